import { data } from '@remix-run/node'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { invalid } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { importRows, type RosterOutcome } from '#db/organisation/roster.server.ts'
import { type CheckedRoster, checkRoster } from './check-roster.server.ts'
import { planMark, type RosterEntry } from './domain/roster-plan.ts'
import { openRoster, sealRoster } from './roster-ticket.server.ts'
import { fileProblemWords } from './roster-words.server.ts'

type Refusal = ReturnType<typeof invalid>

/** Rows shown of each kind; a longer list helps nobody to check it. */
const mostShown = 200

const entryShown = ({ line, identity, changes }: RosterEntry) => ({
  ...{ line, changes, name: identity.name, staffNumber: identity.staffNumber },
})

function present(actor: Actor, unitId: string, file: string, { rows, plan }: CheckedRoster) {
  const { added, changed, unchanged, problems } = plan
  const clean = problems.length === 0 && added.length + changed.length > 0
  return {
    ...{ unitId, file },
    counts: { added: added.length, changed: changed.length, unchanged },
    added: added.slice(0, mostShown).map(entryShown),
    changed: changed.slice(0, mostShown).map(entryShown),
    problems: problems.slice(0, mostShown),
    problemCount: problems.length,
    ticket: clean ? sealRoster(actor.personId, { unitId, rows, expected: planMark(plan) }) : '',
  }
}

/** The first step: reads the file that was sent and shows what importing it would do. */
export async function checkUpload(actor: Actor, form: FormData) {
  const file = form.get('file')
  const unitId = String(form.get('unit') ?? '')
  if (!(file instanceof File) || file.size === 0) {
    return invalid({ file: m.organisation_file_needed() }, form)
  }
  const checked = await checkRoster(actor, unitId, Buffer.from(await file.arrayBuffer()))
  if (!checked.ok) return invalid({ file: fileProblemWords(checked.error) }, form)
  return data({ check: present(actor, unitId, file.name.slice(0, 120), checked.value) })
}

/** The second step: does what was shown, or says why it cannot be done any more. */
export async function confirmRoster(
  actor: Actor,
  form: FormData,
  key: string,
): Promise<Result<RosterOutcome, Refusal>> {
  const ticket = openRoster(actor.personId, String(form.get('ticket') ?? ''))
  if (!ticket) return fail(invalid({ file: m.organisation_check_expired() }, new FormData()))
  const { unitId, rows, expected } = ticket
  const done = await importRows(actor, unitId, rows, { expected, key })
  if (done.ok) return ok(done.value)
  return fail(invalid({ file: m.organisation_check_outdated() }, new FormData()))
}
