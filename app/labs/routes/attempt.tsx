import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { labOf } from '#app/labs/lab-at-version.server.ts'
import { presentAttempt } from '#app/labs/present-attempt.server.ts'
import { presentHead } from '#app/labs/present-lab.server.ts'
import { AttemptPage } from '#app/labs/ui/attempt-page.tsx'
import { m } from '#app/shared/i18n/messages.ts'
import { findLabAttempt } from '#db/labs/queries.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.head.title ?? m.labs_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('lab.work', async ({ reader, params, url }) => {
  const labId = `${params.course}/${params.lab}`
  const attempt = await findLabAttempt(reader.personId, labId, params.attempt ?? '')
  if (!attempt) throw notFound()
  const lab = await labOf(params, attempt.versionId)
  return {
    head: await presentHead(lab),
    attempt: presentAttempt(reader, lab, attempt),
    done: url.searchParams.get('done'),
  }
})

export default function Attempt() {
  return <AttemptPage {...useLoaderData<typeof loader>()} />
}
