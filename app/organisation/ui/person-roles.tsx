import type { FormState } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, Select, SubmitButton } from '#app/shared/ui/form.tsx'
import { roleWords } from '#app/shared/ui/organisation-words.ts'
import type { HeldRoleShown, ManageShown } from './person.ts'

type Props = {
  held: HeldRoleShown[]
  /** What the reader may grant here; undefined where they may not. */
  grantable: ManageShown | undefined
  personId: string
  /** The reader's own page: nobody grants themselves a role. */
  itself: boolean
  organisationId: string
  state?: FormState | undefined
}

/** The roles a person holds and for what; whoever manages them grants and takes back. */
export function PersonRoles({ held, grantable, personId, itself, organisationId, state }: Props) {
  return (
    <section className="panel">
      <h2>{m.organisation_roles()}</h2>
      <ul className="rows">
        {held.map(({ id, role, organisation, revocable }) => (
          <li key={id} className="spread">
            <span>
              <strong>{roleWords[role]()}</strong> <span className="quiet">{organisation}</span>
            </span>
            {grantable && revocable && (
              <a href={`/staff/${personId}/roles/${id}`}>
                {m.organisation_role_revoke()}
                <span className="visually-hidden"> {roleWords[role]()}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      {grantable && itself && <p className="quiet">{m.organisation_role_own()}</p>}
      {grantable && !itself && (
        <>
          <h3>{m.organisation_role_grant()}</h3>
          <Form state={state}>
            <Select
              name="role"
              label={m.organisation_role()}
              options={[
                { value: '', label: m.organisation_role_choose() },
                ...grantable.roles.map((role) => ({ value: role, label: roleWords[role]() })),
              ]}
            />
            <Select
              name="organisation"
              label={m.organisation_role_for()}
              hint={m.organisation_role_for_hint()}
              options={grantable.departments}
              value={organisationId}
            />
            <SubmitButton kind="plain" name="intent" value="grant">
              {m.organisation_role_grant()}
            </SubmitButton>
          </Form>
        </>
      )}
    </section>
  )
}
