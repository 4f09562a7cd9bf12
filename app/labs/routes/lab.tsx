import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { actOnAnswers } from '#app/labs/act-on-answers.server.ts'
import { actOnQuery } from '#app/labs/act-on-query.server.ts'
import { isAnswersLab, isSqlLab, labOf } from '#app/labs/lab-at-version.server.ts'
import { presentAttempt } from '#app/labs/present-attempt.server.ts'
import { presentHead, presentWork } from '#app/labs/present-lab.server.ts'
import { presentWorkspace } from '#app/labs/present-workspace.server.ts'
import { LabPage } from '#app/labs/ui/lab-page.tsx'
import { m } from '#app/shared/i18n/messages.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { findLabAttempt, type LabAtVersion } from '#db/labs/queries.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.head.title ?? m.labs_title()} · ${m.shared_product()}` },
]

/** The submission to show beside the editor, in the version of the lab that graded it. */
async function resultOf(reader: Reader, { id, versionId }: LabAtVersion, attemptId: string) {
  const attempt = await findLabAttempt(reader.personId, id, attemptId)
  if (!attempt) throw notFound()
  const [course, lab] = id.split('/')
  const graded = await labOf({ course, lab }, attempt.versionId)
  return { ...presentAttempt(reader, graded, attempt), older: attempt.versionId !== versionId }
}

export const loader = guardedLoader('lab.work', async ({ reader, params, url, context }) => {
  const lab = await labOf(params)
  const [head, work] = await Promise.all([presentHead(lab), presentWork(reader, lab)])
  const attemptId = url.searchParams.get('attempt')
  return {
    head,
    ...work,
    ...(await presentWorkspace(reader.personId, lab, work.draft)),
    draft: work.draft && { savedAt: work.draft.savedAt },
    limits: lab.manifest.limits,
    attempt: attemptId === null ? undefined : await resultOf(reader, lab, attemptId),
    done: url.searchParams.get('done'),
    timeZone: reader.timeZone,
    nonce: context.nonce,
  }
})

export const action = guardedAction('lab.work', async ({ reader, params, form, key, url }) => {
  const { personId } = reader
  const lab = await labOf(params)
  if (isSqlLab(lab))
    return actOnQuery({ personId, lab, form, key, shown: url.searchParams.get('attempt') })
  if (isAnswersLab(lab)) return actOnAnswers({ personId, lab, form, key })
  throw notFound()
})

export default function Lab() {
  return <LabPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
