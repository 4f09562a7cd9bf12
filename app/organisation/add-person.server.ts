import { redirect } from '@remix-run/node'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { notFound } from '#app/accounts/guard.server.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { read } from '#db/client.server.ts'
import { findOrganisation, unitAround } from '#db/organisation/organisations.server.ts'
import { importRows, previewRoster, type RosterFailure } from '#db/organisation/roster.server.ts'
import type { RosterRow } from './domain/roster.ts'
import { readCell } from './domain/roster-cells.ts'
import type { RosterColumn, RosterProblem } from './domain/roster-columns.ts'
import { planMark, type RosterPlan, unconfirmed } from './domain/roster-plan.ts'
import { personForm } from './person.form.ts'

/** The one row of a roster that the form is. */
const line = 1

const problemWords: Partial<Record<RosterColumn, () => string>> = {
  staffNumber: m.organisation_staff_number_taken,
  email: m.organisation_email_taken,
  department: m.organisation_department_wrong,
}

function errorsOf(problems: RosterProblem[]): Record<string, string> {
  const entries = problems.map(({ column, code, value }) => {
    if (code === 'has-left') return [column, m.organisation_problem_left({ value })]
    return [column, (problemWords[column] ?? m.organisation_check_outdated)()]
  })
  return Object.fromEntries(entries)
}

/** Why a plan adds nobody, beside the field that mends it; undefined where it adds one person. */
function refusal(plan: RosterPlan): Record<string, string> | undefined {
  if (plan.problems.length > 0) return errorsOf(plan.problems)
  // The number is a colleague's: adding somebody is not the way to change them.
  return plan.added.length === 1 ? undefined : { staffNumber: m.organisation_staff_number_taken() }
}

const failures: Record<RosterFailure, () => string> = {
  'not-found': m.organisation_department_wrong,
  problems: m.organisation_check_outdated,
  unconfirmed: m.organisation_check_outdated,
  'changed-meanwhile': m.organisation_check_outdated,
}

/**
 * Adds one person by the rules of the roster, as a file of one row would; returns what to mend. Throws
 * 404 where the department is outside the actor's reach.
 */
export async function addOnePerson(actor: Actor, form: FormData, key: string) {
  const parsed = parseForm(personForm, form)
  if (!parsed.ok) return invalid(parsed.error, form)
  const { department, roleProfile, email, phone, name, ...required } = parsed.value
  const asRead = readCell('name', name)
  const place = await findOrganisation(read(), actor, 'staff.manage', department)
  if (!place) throw notFound()
  const unit = await unitAround(read(), place.path)
  const row: RosterRow = {
    ...{ line, department, ...required },
    name: asRead.ok ? asRead.value : name,
    ...(roleProfile && { roleProfile }),
    ...(email && { email }),
    ...(phone && { phone }),
  }
  const plan = unit && (await previewRoster(actor, unit.id, [row]))
  if (!unit || !plan) return invalid({ department: m.organisation_department_wrong() }, form)
  const errors = refusal(plan)
  if (errors) return invalid(errors, form)
  const confirmed = form.get('another') === 'yes' ? [line] : []
  const [like] = unconfirmed(plan, confirmed)
  if (like?.resembles) {
    const { name, staffNumber } = like.resembles
    return invalid({ another: m.organisation_resembles({ name, staffNumber }) }, form)
  }
  const done = await importRows(actor, unit.id, [row], { expected: planMark(plan), key, confirmed })
  if (!done.ok) return invalid({ form: failures[done.error]() }, form)
  const query = new URLSearchParams({ done: 'person-added', q: row.staffNumber })
  throw redirect(`/staff?${query}`)
}
