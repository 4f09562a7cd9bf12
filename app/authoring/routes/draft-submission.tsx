import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { checkDraft } from '#app/authoring/check-draft.server.ts'
import { hasErrors } from '#app/authoring/domain/draft-problem.ts'
import { draftAt, headOf } from '#app/authoring/draft-facts.server.ts'
import { readerFor } from '#app/authoring/read-apart.server.ts'
import { DraftHead, ReturnNotice } from '#app/authoring/ui/draft-head.tsx'
import { pageTitle } from '#app/authoring/ui/page-title.ts'
import { ProblemList } from '#app/authoring/ui/problem-list.tsx'
import { knownOf } from '#app/authoring/view-draft.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextArea } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { submitDraft } from '#db/authoring/commands.server.ts'
import { listNameable } from '#db/authoring/published.server.ts'
import type { Draft } from '#db/authoring/queries.server.ts'

const schema = z.object({
  note: z
    .string()
    .trim()
    .min(1, { error: () => m.authoring_note_needed() })
    .max(1_000, { error: () => m.authoring_note_long() }),
  revision: z.coerce.number(),
})

async function problemsOf({ personId }: Reader, draft: Draft) {
  const known = knownOf(await listNameable(draft.course))
  return (await checkDraft(draft, known, readerFor(personId))).problems
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(m.authoring_submit(), data?.head.title) },
]

export const loader = guardedLoader('lesson.write', async ({ reader, params }) => {
  const draft = await draftAt(reader, 'lesson.write', params.id)
  const head = await headOf(reader, 'lesson.write', draft)
  if (!head.isEditable) throw redirect(`/authoring/drafts/${draft.id}`)
  return {
    head,
    problems: await problemsOf(reader, draft),
    hasEnglish: draft.lessonEn.trim() !== '',
  }
})

export const action = guardedAction('lesson.write', async ({ reader, params, form, key }) => {
  const draft = await draftAt(reader, 'lesson.write', params.id)
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return invalid(parsed.error, form)
  const { note, revision } = parsed.value
  const path = `/authoring/drafts/${draft.id}`
  if (hasErrors(await problemsOf(reader, draft)))
    return invalid({ form: m.authoring_still_errors() }, form)
  const by = { actorId: reader.personId, key }
  // What was checked is `draft`: if it was saved since, the command finds another revision.
  const checked = draft.revision === revision || draft.state === 'in-review'
  const result = checked && (await submitDraft(by, draft.id, revision, note))
  if (!result || (!result.ok && result.error === 'conflict')) {
    return invalid({ form: m.authoring_submit_conflict() }, form, 409)
  }
  if (!result.ok && result.error === 'unchanged') {
    return invalid({ form: m.authoring_unchanged() }, form, 409)
  }
  return redirect(withDone(path, result.ok ? 'submitted' : 'state'))
})

export default function Submission() {
  const { head, problems, hasEnglish } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const href = `/authoring/drafts/${head.id}`
  const blocked = hasErrors(problems)
  const isUnchanged = head.returns[0]?.revision === head.revision
  return (
    <>
      <DraftHead from="authoring" head={head}>
        <a className="button plain" href={href}>
          {m.authoring_back_to_draft()}
        </a>
      </DraftHead>
      <h2>{m.authoring_submit()}</h2>
      <p className="measure">{m.authoring_submit_text()}</p>
      <ReturnNotice head={head} />
      {!hasEnglish && <Notice>{m.authoring_submit_chinese_only()}</Notice>}
      {blocked && <Notice kind="warn">{m.authoring_submit_blocked()}</Notice>}
      {problems.length > 0 && <ProblemList problems={problems} href={href} />}
      {!blocked && !isUnchanged && (
        <Form state={state} className="measure">
          <input type="hidden" name="revision" value={head.revision} />
          <TextArea
            name="note"
            rows={4}
            label={m.authoring_note_label()}
            hint={m.authoring_note_hint()}
            value={head.note}
          />
          <SubmitButton>{m.authoring_submit()}</SubmitButton>
        </Form>
      )}
    </>
  )
}
