import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import type { ManageShown, PersonShown } from './person.ts'

type Props = { person: PersonShown; manage: ManageShown; itself: boolean }

type LeftProps = { personId: string; manage: ManageShown }

function Left({ personId, manage: { erasedAt, erasesAfter } }: LeftProps) {
  const erasure = `/staff/${personId}/erasure`
  if (erasedAt) {
    return (
      <>
        <p>{m.organisation_erased_text({ time: erasedAt })}</p>
        <p>
          <a href={erasure}>{m.organisation_receipt_open()}</a>
        </p>
      </>
    )
  }
  return (
    <>
      <p>{m.organisation_left_text()}</p>
      <Form>
        <SubmitButton kind="plain" name="intent" value="come-back">
          {m.organisation_come_back()}
        </SubmitButton>
      </Form>
      <h3>{m.organisation_erasure()}</h3>
      {erasesAfter && <p>{m.organisation_erases_after({ date: erasesAfter })}</p>}
      <p>
        <a href={erasure}>{m.organisation_erasure_open()}</a>
      </p>
    </>
  )
}

/** A link for a person, and what to do about a lost phone. */
function Opening({ person, manage, itself }: Props) {
  const { personId } = person
  if (!manage.opens) return <p>{m.organisation_beyond_you()}</p>
  return (
    <>
      <Form action="/staff/invitations" className="actions">
        <input type="hidden" name="person" value={personId} />
        <SubmitButton kind="plain" name="which" value="chosen">
          {m.organisation_new_link()}
        </SubmitButton>
      </Form>
      {manage.hasFactor && !itself && (
        <>
          <h3>{m.accounts_second_factor()}</h3>
          <p>
            <a href={`/staff/${personId}/second-factor`}>{m.organisation_factor_remove()}</a>
          </p>
        </>
      )}
    </>
  )
}

/** How a person gets in: links, the second factor, and leaving. */
export function PersonAccess({ person, manage, itself }: Props) {
  const { personId, state } = person
  return (
    <section className="panel">
      <h2>{m.organisation_access()}</h2>
      {state === 'left' ? (
        <Left personId={personId} manage={manage} />
      ) : (
        <>
          <p>
            {state === 'invited' ? m.organisation_access_invited() : m.organisation_access_active()}{' '}
            {manage.linkUntil && m.organisation_link_until({ until: manage.linkUntil })}
          </p>
          <Opening person={person} manage={manage} itself={itself} />
          <h3>{m.organisation_leaving()}</h3>
          <p>
            <a href={`/staff/${personId}/leaving`}>{m.organisation_leaving_open()}</a>
          </p>
        </>
      )}
    </section>
  )
}
