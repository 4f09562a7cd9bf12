import { redirect } from '@remix-run/node'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { type Role, roles } from '#app/accounts/domain/roles.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { bringBack } from '#db/organisation/leaving.server.ts'
import { type GrantFailure, grantRole } from '#db/organisation/role-commands.server.ts'
import { saveRecord } from './save-record.server.ts'

const grantErrors = {
  'own-role': m.organisation_role_own,
  'not-grantable': m.organisation_role_not_grantable,
  'held-already': m.organisation_role_held,
} satisfies Record<Exclude<GrantFailure, 'not-found'>, () => string>

const gone = () => new Response(null, { status: 404 })
const back = (personId: string, done: string) => redirect(withDone(`/staff/${personId}`, done))

type Act = (actor: Actor, personId: string, form: FormData, key: string) => Promise<Refusal>
type Refusal = ReturnType<typeof invalid>

const save: Act = async (actor, personId, form, key) => {
  const refusal = await saveRecord(actor, personId, form, key)
  if (refusal === 'not-found') throw gone()
  if (refusal) return invalid(refusal, form)
  throw back(personId, 'saved')
}

const grant: Act = async (actor, personId, form, key) => {
  const role = roles.find((each: Role) => each === form.get('role'))
  if (!role) return invalid({ role: m.organisation_role_needed() }, form)
  const organisationId = String(form.get('organisation') ?? '')
  const done = await grantRole(actor, personId, { role, organisationId }, key)
  if (done.ok) throw back(personId, 'granted')
  if (done.error === 'not-found') throw gone()
  return invalid({ role: grantErrors[done.error]() }, form)
}

const comeBack: Act = async (actor, personId, _form, key) => {
  if (!(await bringBack(actor, personId, key)).ok) throw gone()
  throw back(personId, 'returned')
}

/**
 * What an administrator can do on a person's page, by the name of the button. What takes something
 * away asks first, on a page of its own.
 */
export const personActs: Record<string, Act> = { save, grant, 'come-back': comeBack }
