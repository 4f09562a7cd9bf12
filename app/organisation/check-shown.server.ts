import type { Actor } from '#app/accounts/domain/policy.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { staffKindWords } from '#app/shared/ui/organisation-words.ts'
import { listOrganisations } from '#db/organisation/organisations.server.ts'
import { listRoleProfileNames } from '#db/organisation/role-profiles.server.ts'
import { type StaffKind, staffKinds } from './domain/organisation.ts'
import { type RosterChange, type RosterEntry, renaming } from './domain/roster-plan.ts'
import type { HeldCheck } from './roster-steps.server.ts'

/** Rows shown of each kind; a longer list helps nobody to check it. */
const mostShown = 200

const kindWords = new Map<string, () => string>(
  staffKinds.map((kind: StaffKind) => [kind, staffKindWords[kind]]),
)

/** What turns a stored value into what people call it. */
async function namesFor(actor: Actor) {
  const locale = currentLocale()
  const departments = await listOrganisations(actor, 'staff.manage')
  const profiles = await listRoleProfileNames()
  const names = new Map([
    ...departments.map(({ id, name }) => [id, inLocale(name, locale)] as const),
    ...profiles.map(({ code, name }) => [code, inLocale(name, locale)] as const),
  ])
  return ({ column, from, to }: RosterChange): RosterChange => {
    const named = (value: string) => {
      if (column === 'staffKind') return kindWords.get(value)?.() ?? value
      return column === 'department' || column === 'roleProfile'
        ? (names.get(value) ?? value)
        : value
    }
    return { column, from: named(from), to: named(to) }
  }
}

/** A checked roster as its page shows it: every change with what was there and what would be. */
export async function checkShown(actor: Actor, { unitId, file, plan, ticked, done }: HeldCheck) {
  const { added, changed, unchanged, problems } = plan
  const words = await namesFor(actor)
  const shown = ({ line, identity, changes, resembles }: RosterEntry) => ({
    ...{ line, name: identity.name, staffNumber: identity.staffNumber },
    changes: changes.map(words),
    resembles: resembles && { name: resembles.name, staffNumber: resembles.staffNumber },
  })
  const renamed = changed.filter(renaming)
  const others = changed.filter((entry) => !renaming(entry))
  return {
    ...{ unitId, file, ticked, done },
    counts: { added: added.length, changed: changed.length, unchanged },
    added: added.slice(0, mostShown).map(shown),
    // All of them: each is confirmed by itself.
    renamed: renamed.map(shown),
    resembling: added.filter(({ resembles }) => resembles).map(shown),
    changed: others.slice(0, mostShown).map(shown),
    changedOthers: others.length,
    problems: problems.slice(0, mostShown),
    problemCount: problems.length,
  }
}
