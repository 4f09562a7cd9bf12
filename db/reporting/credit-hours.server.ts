import type { Actor } from '#app/accounts/domain/policy.ts'
import { read } from '#db/client.server.ts'
import { and, asc, eq, gte, isNotNull, lt, ne, or } from '#db/dialect/index.ts'
import { creditEntries } from '#db/learning/tables.server.ts'
import { organisationInReach } from '#db/organisation/scope.server.ts'
import { organisations, people } from '#db/organisation/tables.server.ts'

/** What one person earned in a period: each module completed with its credit hours, oldest first. */
export type Earned = {
  personId: string
  departmentZh: string
  departmentEn: string
  credits: { moduleId: string; hours: number }[]
}

/**
 * Everyone the actor may report on, with what they earned from `from` until before `until`: who was on
 * the staff by then and has not left, and who has left but earned something in that time.
 */
export async function listEarned(actor: Actor, from: number, until: number): Promise<Earned[]> {
  const rows = await read()
    .select({
      personId: people.id,
      departmentZh: organisations.nameZh,
      departmentEn: organisations.nameEn,
      moduleId: creditEntries.moduleId,
      hours: creditEntries.hours,
    })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(
      creditEntries,
      and(
        eq(creditEntries.personId, people.id),
        gte(creditEntries.at, from),
        lt(creditEntries.at, until),
      ),
    )
    .where(
      and(
        organisationInReach(actor, 'credit-hours.report'),
        or(isNotNull(creditEntries.id), and(ne(people.state, 'left'), lt(people.createdAt, until))),
      ),
    )
    .orderBy(asc(organisations.path), asc(people.id), asc(creditEntries.at))
  const earned = new Map<string, Earned>()
  for (const { moduleId, hours, ...person } of rows) {
    const known = earned.get(person.personId) ?? { ...person, credits: [] }
    earned.set(person.personId, known)
    if (moduleId !== null && hours !== null) known.credits.push({ moduleId, hours })
  }
  return [...earned.values()]
}
