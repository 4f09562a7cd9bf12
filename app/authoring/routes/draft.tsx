import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { answerSave } from '#app/authoring/answer-save.server.ts'
import { isDraftPart } from '#app/authoring/domain/draft.ts'
import type { DraftProblem } from '#app/authoring/domain/draft-problem.ts'
import { settingErrors } from '#app/authoring/domain/setting-errors.ts'
import type { Typed } from '#app/authoring/domain/typed.ts'
import { draftAt, headOf } from '#app/authoring/draft-facts.server.ts'
import { storedPart } from '#app/authoring/save-part.server.ts'
import { DraftBody } from '#app/authoring/ui/draft-body.tsx'
import { DraftHead, ReturnNotice } from '#app/authoring/ui/draft-head.tsx'
import { DoneNotice, OvertakenNotice, SavedWithErrors } from '#app/authoring/ui/draft-notices.tsx'
import { pageTitle } from '#app/authoring/ui/page-title.ts'
import { UnsavedBody } from '#app/authoring/ui/unsaved-body.tsx'
import { viewPart } from '#app/authoring/view-draft.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { partHash } from '#db/authoring/commands.server.ts'
import { listNameable } from '#db/authoring/published.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(m.authoring_title(), data?.head.title) },
]

export const loader = guardedLoader('lesson.write', async ({ reader, params, url, context }) => {
  const draft = await draftAt(reader, 'lesson.write', params.id)
  const asked = url.searchParams.get('part')
  const part = isDraftPart(asked) ? asked : 'zh'
  const options = await listNameable(draft.course)
  const [head, view] = await Promise.all([
    headOf(reader, 'lesson.write', draft),
    viewPart(draft, options, part, reader.personId),
  ])
  const stored = storedPart(draft, part)
  const base = partHash(stored.value)
  const done = url.searchParams.get('done')
  const isSaved = done === 'saved' && head.isEditable
  const errors = isSaved ? errorsLeft(stored, view.problems, options.skills) : undefined
  return { head, stored, base, view, options, done, errors, nonce: context.nonce }
})

/** What is to be mended in settings that were just saved; undefined for nothing. */
function errorsLeft(stored: Typed, problems: DraftProblem[], skills: { code: string }[]) {
  if (stored.part !== 'settings') return undefined
  const known = skills.map(({ code }) => code)
  const errors = settingErrors(problems, stored.value, known)
  return Object.keys(errors).length > 0 ? errors : undefined
}

export const action = guardedAction('lesson.write', async ({ reader, params, form, key }) => {
  const draft = await draftAt(reader, 'lesson.write', params.id)
  const answer = await answerSave({ actorId: reader.personId, key }, draft, form)
  if (answer.kind === 'saved') {
    return redirect(withDone(`/authoring/drafts/${draft.id}?part=${answer.part}`, 'saved'))
  }
  return data(answer, { status: answer.kind === 'preview' ? 200 : answer.status })
})

export default function DraftPage() {
  const loaded = useLoaderData<typeof loader>()
  const { head, stored, base, view, options, done, nonce } = loaded
  const answer = useActionData<typeof action>()
  const href = `/authoring/drafts/${head.id}`
  const errors = answer ? undefined : loaded.errors
  return (
    <>
      <DraftHead from="authoring" head={head}>
        {head.published !== undefined && (
          <a className="button plain" href={`${href}/changes`}>
            {m.authoring_compare()}
          </a>
        )}
        {head.isEditable && (
          <a className="button" href={`${href}/submission`}>
            {m.authoring_submit()}
          </a>
        )}
        {head.state === 'in-review' && (
          <Form action={`${href}/withdrawal`}>
            <SubmitButton kind="plain">{m.authoring_withdraw()}</SubmitButton>
          </Form>
        )}
      </DraftHead>
      {errors && <SavedWithErrors errors={errors} />}
      {!answer && !errors && <DoneNotice done={done} of={head} />}
      <ReturnNotice head={head} />
      {head.overtaken && <OvertakenNotice href={`${href}/changes`} />}
      {answer && answer.kind !== 'preview' ? (
        <UnsavedBody answer={answer} href={href} options={options} />
      ) : (
        <DraftBody
          head={head}
          href={href}
          stored={answer?.typed ?? stored}
          base={answer?.base ?? base}
          revision={answer?.revision ?? head.revision}
          view={answer?.view ?? view}
          options={options}
          nonce={nonce}
          {...(errors && { errors })}
        />
      )}
    </>
  )
}
