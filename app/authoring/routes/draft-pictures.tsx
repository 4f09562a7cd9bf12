import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { draftAt, headOf } from '#app/authoring/draft-facts.server.ts'
import { DraftHead } from '#app/authoring/ui/draft-head.tsx'
import { pageTitle } from '#app/authoring/ui/page-title.ts'
import { PictureList } from '#app/authoring/ui/picture-list.tsx'
import { uploadPicture } from '#app/authoring/upload-picture.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextArea, TextField } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import { type RemoveFailure, removePicture } from '#db/authoring/picture-commands.server.ts'
import { listPictures } from '#db/catalogue/pictures.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(m.authoring_pictures(), data?.head.title) },
]

export const loader = guardedLoader('lesson.write', async ({ reader, params, url }) => {
  const draft = await draftAt(reader, 'lesson.write', params.id)
  const [head, pictures] = await Promise.all([
    headOf(reader, 'lesson.write', draft),
    listPictures(draft.course),
  ])
  const added = url.searchParams.get('added')
  const done = url.searchParams.get('done')
  // The one just added comes first, then those of this draft.
  const rank = (picture: (typeof pictures)[number]) =>
    picture.name === added ? 0 : picture.draftId === draft.id ? 1 : 2
  return { head, added, done, pictures: pictures.toSorted((a, b) => rank(a) - rank(b)) }
})

export const action = guardedAction('lesson.write', async ({ reader, params, form, key }) => {
  const { id } = await draftAt(reader, 'lesson.write', params.id)
  const by = { actorId: reader.personId, key }
  const path = `/authoring/drafts/${id}/pictures`
  const name = form.get('remove')
  if (typeof name === 'string') {
    const removed = await removePicture(by, id, name)
    if (removed.ok) return redirect(withDone(path, 'removed'))
    return invalid({ form: removeWords[removed.error]() }, form, 409)
  }
  const result = await uploadPicture(by, id, form)
  if (!result.ok) return invalid(result.error, form)
  return redirect(`${path}?added=${result.value.name}`)
})

const removeWords: Record<RemoveFailure, () => string> = {
  locked: m.authoring_read_only,
  missing: m.authoring_picture_gone,
  named: m.authoring_picture_named,
}

export default function DraftPictures() {
  const { head, added, done, pictures } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const isAdded = pictures.some(({ name }) => name === added)
  return (
    <>
      <DraftHead from="authoring" head={head}>
        <a className="button plain" href={`/authoring/drafts/${head.id}`}>
          {m.authoring_back_to_draft()}
        </a>
      </DraftHead>
      <h2>{m.authoring_pictures()}</h2>
      {isAdded && !state && <Notice kind="done">{m.authoring_picture_added()}</Notice>}
      {done === 'removed' && !state && <Notice kind="done">{m.authoring_picture_removed()}</Notice>}
      <p className="measure">{m.authoring_pictures_text()}</p>
      {head.isEditable ? (
        <Form state={state} upload className="measure">
          <TextField
            name="file"
            type="file"
            accept="image/png,image/jpeg,image/webp"
            label={m.authoring_picture_file()}
            hint={m.authoring_picture_file_hint()}
          />
          <TextArea
            name="alt"
            rows={2}
            label={m.authoring_picture_alt()}
            hint={m.authoring_picture_alt_hint()}
          />
          <SubmitButton>{m.authoring_picture_add()}</SubmitButton>
        </Form>
      ) : (
        <Notice>{m.authoring_read_only()}</Notice>
      )}
      <h2>{m.authoring_pictures_there()}</h2>
      <PictureList pictures={pictures} draftId={head.isEditable ? head.id : undefined} />
    </>
  )
}
