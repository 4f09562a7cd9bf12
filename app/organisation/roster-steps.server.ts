import { redirect } from '@remix-run/node'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { notFound } from '#app/accounts/guard.server.ts'
import { invalid } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { read } from '#db/client.server.ts'
import { findOrganisation } from '#db/organisation/organisations.server.ts'
import { importRows, type RosterOutcome } from '#db/organisation/roster.server.ts'
import { type CheckedRoster, checkRoster } from './check-roster.server.ts'
import { planMark, unconfirmed } from './domain/roster-plan.ts'
import { heldResults } from './held-results.server.ts'
import { readRosterApart } from './read-roster-apart.server.ts'
import { isWorkbook } from './read-roster-file.server.ts'
import { fileProblemWords } from './roster-words.server.ts'

type Refusal = ReturnType<typeof invalid>

/** A file that was checked: which doubtful rows were ticked, and what came of the import. */
export type HeldCheck = CheckedRoster & {
  unitId: string
  file: string
  ticked?: string[]
  done?: RosterOutcome
  outdated?: boolean
}

/** Room for a few of the largest rosters at once; most are a hundredth of it. */
const checks = heldResults<HeldCheck>({ minutes: 30, most: 64_000_000 })

/** The check that an address names, for whoever made it. */
export function findCheck(actor: Actor, id: string | null): HeldCheck | undefined {
  const check = checks.find(actor.personId, id)
  return check?.outdated ? undefined : check
}

/**
 * The first step: reads the file that was sent, and opens what importing it would do. Throws 404 where
 * the unit is outside the actor's reach, before anything is read.
 */
export async function checkUpload(actor: Actor, form: FormData): Promise<Refusal> {
  const file = form.get('file')
  const unitId = String(form.get('unit') ?? '')
  if (!(await findOrganisation(read(), actor, 'staff.manage', unitId))) throw notFound()
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) {
    return invalid({ file: m.organisation_file_needed() }, form)
  }
  const bytes = Buffer.from(await file.arrayBuffer())
  const checked = await checkRoster(actor, unitId, await readRosterApart(bytes, actor.personId))
  if (!checked.ok) {
    // Excel itself would not open it: its name says more than its first ten rows.
    const isNamedAsBook = /\.xlsx$/i.test(file.name) && checked.error.code === 'no-headings'
    const problem =
      isNamedAsBook && !isWorkbook(bytes) ? ({ code: 'not-excel' } as const) : checked.error
    return invalid({ file: fileProblemWords(problem) }, form)
  }
  const name = file.name.slice(0, 120)
  const id = checks.hold(actor.personId, { ...checked.value, unitId, file: name })
  throw redirect(`/staff/import?check=${id}`)
}

const imported = ({ added, changed, unchanged }: RosterOutcome) =>
  redirect(`/staff?done=imported&added=${added}&changed=${changed}&unchanged=${unchanged}`)

const again = (error: string) => invalid({ file: error }, new FormData())

/** The second step: does what was shown, or says why it cannot be done, or not any more. */
export async function confirmRoster(
  actor: Actor,
  id: string | null,
  form: FormData,
  key: string,
): Promise<Refusal> {
  const check = findCheck(actor, id)
  if (!check) return again(m.organisation_check_expired())
  if (check.done) throw imported(check.done)
  const { unitId, rows, plan } = check
  check.ticked = [...form.getAll('same'), ...form.getAll('another')].map(String)
  const confirmed = check.ticked.map(Number)
  if (unconfirmed(plan, confirmed).length > 0) {
    throw redirect(`/staff/import?check=${id}&unconfirmed=1`)
  }
  const expected = planMark(plan)
  const done = await importRows(actor, unitId, rows, { expected, key, confirmed })
  if (done.ok) {
    check.done = done.value
    throw imported(done.value)
  }
  // What was shown is no longer what would be done: from here on there is only another check.
  check.outdated = true
  return again(m.organisation_check_outdated())
}
