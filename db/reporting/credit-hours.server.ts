import type { Actor } from '#app/accounts/domain/policy.ts'
import { read } from '#db/client.server.ts'
import { and, asc, count, eq, gte, lt, sql, sum } from '#db/dialect/index.ts'
import { creditEntries } from '#db/learning/tables.server.ts'
import { organisationInReach } from '#db/organisation/scope.server.ts'
import { organisations, people } from '#db/organisation/tables.server.ts'

/** What one person earned in a period: credit hours, and for how many modules. */
export type CreditSum = {
  personId: string
  departmentZh: string
  departmentEn: string
  hours: number
  modules: number
}

/** Everyone the actor may report on, with what they earned from `from` until before `until`. */
export async function sumCredits(actor: Actor, from: number, until: number): Promise<CreditSum[]> {
  const rows = await read()
    .select({
      personId: people.id,
      departmentZh: organisations.nameZh,
      departmentEn: organisations.nameEn,
      hours: sum(creditEntries.hours),
      modules: count(creditEntries.id),
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
    .where(and(organisationInReach(actor, 'credit-hours.report'), sql`${people.state} <> 'left'`))
    .groupBy(people.id, organisations.nameZh, organisations.nameEn, organisations.path)
    .orderBy(asc(organisations.path), asc(people.id))
  return rows.map((row) => ({ ...row, hours: Number(row.hours ?? 0) }))
}
