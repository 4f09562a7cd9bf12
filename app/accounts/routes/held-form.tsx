import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { findHeldForm } from '#app/accounts/held-forms.server.ts'
import { HeldFields } from '#app/accounts/ui/held-fields.tsx'
import { m } from '#app/shared/i18n/messages.ts'
import { SubmitButton } from '#app/shared/ui/form.tsx'

export const meta: MetaFunction = () => [
  { title: `${m.accounts_held_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('signed-in', ({ reader, params }) => ({
  form: findHeldForm(params.id, reader.personId),
}))

/** What was sent after the session had ended, to be sent again by the person themselves. */
export default function HeldForm() {
  const { form } = useLoaderData<typeof loader>()
  if (!form) {
    return (
      <article>
        <h1>{m.accounts_held_gone()}</h1>
        <p className="measure">{m.accounts_held_gone_text()}</p>
      </article>
    )
  }
  return (
    <article>
      <h1>{m.accounts_held_title()}</h1>
      <p className="measure">{m.accounts_held_text()}</p>
      <form method="post" action={form.path} encType="multipart/form-data">
        <HeldFields fields={form.fields as [string, string][]} />
        <div className="actions">
          <SubmitButton>{m.accounts_held_send()}</SubmitButton>
          <a href={form.path}>{m.accounts_held_drop()}</a>
        </div>
      </form>
    </article>
  )
}
