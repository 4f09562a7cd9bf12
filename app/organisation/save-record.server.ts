import type { Actor } from '#app/accounts/domain/policy.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { parseForm } from '#app/shared/http/form-state.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { staffKindWords } from '#app/shared/ui/organisation-words.ts'
import { read } from '#db/client.server.ts'
import {
  type EditFailure,
  editPerson,
  listTakenLogins,
} from '#db/organisation/edit-person.server.ts'
import { listRoleProfileNames } from '#db/organisation/role-profiles.server.ts'
import { findStaffMember } from '#db/organisation/staff.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import { type PersonForm, personForm } from './person.form.ts'

type Errors = Record<string, string>

const editErrors = {
  'staff-number-taken': () => ({ staffNumber: m.organisation_staff_number_taken() }),
  'email-taken': () => ({ email: m.organisation_email_taken() }),
  'no-organisation': () => ({ department: m.organisation_department_wrong() }),
  'email-beyond': () => ({ email: m.organisation_email_beyond() }),
} satisfies Record<Exclude<EditFailure, 'not-found' | 'changed-meanwhile'>, () => Errors>

/** Logins of the form that are another person's, so that all faults are told at once. */
async function takenErrors(personId: string, form: FormData): Promise<Errors> {
  const { staffNumber, email } = personForm.shape
  const number = staffNumber.safeParse(form.get('staffNumber'))
  const mail = email.safeParse(form.get('email'))
  const taken = await listTakenLogins(
    {
      ...(number.success && { staffNumber: number.data }),
      ...(mail.success && mail.data && { email: mail.data }),
    },
    personId,
  )
  return Object.assign({}, ...taken.map((failure) => editErrors[failure]()))
}

/** Somebody else saved meanwhile: beside each field that now differs, what is on record. */
async function changedErrors(actor: Actor, personId: string, typed: PersonForm): Promise<Errors> {
  const person = await findStaffMember(read(), actor, 'staff.manage', personId)
  const who = (await identitiesOf([personId])).get(personId)
  if (!person) return {}
  const locale = currentLocale()
  const profile = (await listRoleProfileNames()).find(({ code }) => code === person.roleProfile)
  const record: Record<keyof PersonForm, [value: string, words: string]> = {
    name: [who?.name ?? '', who?.name ?? ''],
    staffNumber: [who?.staffNumber ?? '', who?.staffNumber ?? ''],
    department: [person.organisationId, inLocale(person.organisation, locale)],
    staffKind: [person.staffKind, staffKindWords[person.staffKind]()],
    grade: [person.grade, person.grade],
    roleProfile: [person.roleProfile ?? '', profile ? inLocale(profile.name, locale) : ''],
    email: [who?.email ?? '', who?.email ?? ''],
    phone: [who?.phone ?? '', who?.phone ?? ''],
  }
  const errors: Errors = { form: m.organisation_changed_meanwhile() }
  for (const [field, [value, words]] of Object.entries(record)) {
    if (typed[field as keyof PersonForm] === value) continue
    errors[field] = m.organisation_now_on_record({
      value: words || m.organisation_nothing_there(),
    })
  }
  return errors
}

/** Saves the form about a person; what is wrong with it, by field, or undefined when it is saved. */
export async function saveRecord(
  actor: Actor,
  personId: string,
  form: FormData,
  key: string,
): Promise<Errors | 'not-found' | undefined> {
  if (!(await findStaffMember(read(), actor, 'staff.manage', personId))) return 'not-found'
  const parsed = parseForm(personForm, form)
  if (!parsed.ok) return { ...parsed.error, ...(await takenErrors(personId, form)) }
  const { department, staffKind, grade, roleProfile, email, phone, ...names } = parsed.value
  const known = (await listRoleProfileNames()).map(({ code }) => code)
  const post = {
    ...{ organisationId: department, staffKind, grade },
    roleProfile: known.includes(roleProfile) ? roleProfile : null,
  }
  const identity = { ...names, ...(email && { email }), ...(phone && { phone }) }
  const shown = String(form.get('shown') ?? '')
  const done = await editPerson(actor, personId, { post, identity, shown }, key)
  if (done.ok) return
  if (done.error === 'not-found') return 'not-found'
  if (done.error === 'changed-meanwhile') return changedErrors(actor, personId, parsed.value)
  return { ...editErrors[done.error](), ...(await takenErrors(personId, form)) }
}
