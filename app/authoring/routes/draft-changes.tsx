import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { compareDraft } from '#app/authoring/compare-draft.server.ts'
import { draftAt, headOf } from '#app/authoring/draft-facts.server.ts'
import { DifferencesView } from '#app/authoring/ui/differences-view.tsx'
import { DraftHead } from '#app/authoring/ui/draft-head.tsx'
import { pageTitle } from '#app/authoring/ui/page-title.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import { adoptBase } from '#db/authoring/commands.server.ts'
import { listNameable } from '#db/authoring/published.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(m.authoring_changes(), data?.head.title) },
]

export const loader = guardedLoader('lesson.write', async ({ reader, params }) => {
  const draft = await draftAt(reader, 'lesson.write', params.id)
  const nameable = await listNameable(draft.course)
  const [head, differences] = await Promise.all([
    headOf(reader, 'lesson.write', draft),
    compareDraft(draft, nameable),
  ])
  return { head, differences }
})

export const action = guardedAction('lesson.write', async ({ reader, params, form, key }) => {
  const draft = await draftAt(reader, 'lesson.write', params.id)
  const revision = Number(form.get('revision'))
  const by = { actorId: reader.personId, key }
  const { versionId } = await compareDraft(draft, await listNameable(draft.course))
  // What was compared is what the page showed: a version published since then asks again.
  const seen = versionId !== undefined && versionId === form.get('version')
  const result = seen ? await adoptBase(by, draft.id, revision, versionId) : undefined
  const path = `/authoring/drafts/${draft.id}`
  return redirect(result?.ok ? withDone(path, 'rebased') : `${path}/changes`)
})

export default function DraftChanges() {
  const { head, differences } = useLoaderData<typeof loader>()
  return (
    <>
      <DraftHead from="authoring" head={head}>
        <a className="button plain" href={`/authoring/drafts/${head.id}`}>
          {m.authoring_back_to_draft()}
        </a>
      </DraftHead>
      <h2>{m.authoring_changes()}</h2>
      {head.overtaken && differences.versionId && (
        <Notice kind="warn">
          <p>{m.authoring_overtaken_compare({ number: String(differences.number) })}</p>
          {head.isEditable && (
            <Form>
              <input type="hidden" name="revision" value={head.revision} />
              <input type="hidden" name="version" value={differences.versionId} />
              <SubmitButton kind="plain">{m.authoring_overtaken_adopt()}</SubmitButton>
            </Form>
          )}
        </Notice>
      )}
      <DifferencesView differences={differences} page={`/authoring/drafts/${head.id}`} />
    </>
  )
}
