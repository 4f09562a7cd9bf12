import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { draftAt, headOf } from '#app/authoring/draft-facts.server.ts'
import { Crumbs } from '#app/authoring/ui/draft-head.tsx'
import { pageTitle } from '#app/authoring/ui/page-title.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { discardDraft } from '#db/authoring/commands.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(m.authoring_discard(), data?.head.title) },
]

export const loader = guardedLoader('lesson.write', async ({ reader, params }) => {
  const draft = await draftAt(reader, 'lesson.write', params.id)
  return { head: await headOf(reader, 'lesson.write', draft) }
})

export const action = guardedAction('lesson.write', async ({ reader, params, key }) => {
  const { id } = await draftAt(reader, 'lesson.write', params.id)
  const result = await discardDraft({ actorId: reader.personId, key }, id)
  if (!result.ok) return redirect(withDone(`/authoring/drafts/${id}`, 'state'))
  return redirect(withDone('/authoring', 'discarded'))
})

export default function Removal() {
  const { head } = useLoaderData<typeof loader>()
  return (
    <article className="narrow">
      <Crumbs from="authoring" head={head} />
      <h1>{m.authoring_discard_title({ title: head.title })}</h1>
      <p>
        {head.published === undefined
          ? m.authoring_discard_new()
          : m.authoring_discard_text({ number: String(head.published) })}
      </p>
      <Form className="actions">
        <SubmitButton kind="danger">{m.authoring_discard()}</SubmitButton>
        <a href={`/authoring/drafts/${head.id}`}>{m.authoring_back_to_draft()}</a>
      </Form>
    </article>
  )
}
