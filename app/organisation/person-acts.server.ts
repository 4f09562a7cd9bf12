import { redirect } from '@remix-run/node'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { type Role, roles } from '#app/accounts/domain/roles.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { removeTotpOf } from '#db/accounts/credentials.server.ts'
import { read } from '#db/client.server.ts'
import { bringBack } from '#db/organisation/leaving.server.ts'
import { type EditFailure, editPerson } from '#db/organisation/person-commands.server.ts'
import { grantRole, type RoleFailure, revokeRole } from '#db/organisation/role-commands.server.ts'
import { listRoleProfileNames } from '#db/organisation/role-profiles.server.ts'
import { findStaffMember } from '#db/organisation/staff.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import { personForm } from './person.form.ts'

const editErrors = {
  'staff-number-taken': () => ({ staffNumber: m.organisation_staff_number_taken() }),
  'email-taken': () => ({ email: m.organisation_email_taken() }),
  'no-organisation': () => ({ department: m.organisation_department_wrong() }),
} satisfies Record<Exclude<EditFailure, 'not-found'>, () => Record<string, string>>

const roleErrors = {
  'not-grantable': m.organisation_role_not_grantable,
  'held-already': m.organisation_role_held,
  'last-administrator': m.organisation_last_administrator,
} satisfies Record<Exclude<RoleFailure, 'not-found'>, () => string>

const gone = () => new Response(null, { status: 404 })
const back = (personId: string, done: string) => redirect(withDone(`/staff/${personId}`, done))

type Act = (actor: Actor, personId: string, form: FormData, key: string) => Promise<Refusal>
type Refusal = ReturnType<typeof invalid>

const save: Act = async (actor, personId, form, key) => {
  const parsed = parseForm(personForm, form)
  if (!parsed.ok) return invalid(parsed.error, form)
  const { department, staffKind, grade, roleProfile, email, phone, ...names } = parsed.value
  const known = (await listRoleProfileNames()).map(({ code }) => code)
  const post = {
    ...{ organisationId: department, staffKind, grade },
    roleProfile: known.includes(roleProfile) ? roleProfile : null,
  }
  const identity = { ...names, ...(email && { email }), ...(phone && { phone }) }
  if (!(await findStaffMember(read(), actor, 'staff.manage', personId))) throw gone()
  const before = (await identitiesOf([personId])).get(personId)
  const done = await editPerson(actor, personId, { post, identity, before }, key)
  if (done.ok) throw back(personId, 'saved')
  if (done.error === 'not-found') throw gone()
  return invalid(editErrors[done.error](), form)
}

const grant: Act = async (actor, personId, form, key) => {
  const role = roles.find((each: Role) => each === form.get('role'))
  if (!role) return invalid({ role: m.organisation_role_needed() }, form)
  const organisationId = String(form.get('organisation') ?? '')
  const done = await grantRole(actor, personId, { role, organisationId }, key)
  if (done.ok) throw back(personId, 'granted')
  if (done.error === 'not-found') throw gone()
  return invalid({ role: roleErrors[done.error]() }, form)
}

const revoke: Act = async (actor, personId, form, key) => {
  const done = await revokeRole(actor, personId, String(form.get('grant') ?? ''), key)
  if (done.ok) throw back(personId, 'revoked')
  if (done.error === 'not-found') throw gone()
  return invalid({ form: roleErrors[done.error]() }, form)
}

const removeFactor: Act = async (actor, personId, _form, key) => {
  if (!(await removeTotpOf(actor, personId, key)).ok) throw gone()
  throw back(personId, 'factor-removed')
}

const comeBack: Act = async (actor, personId, _form, key) => {
  if (!(await bringBack(actor, personId, key)).ok) throw gone()
  throw back(personId, 'returned')
}

/** What an administrator can do on a person's page, by the name of the button. */
export const personActs: Record<string, Act> = {
  save,
  grant,
  revoke,
  'remove-factor': removeFactor,
  'come-back': comeBack,
}
