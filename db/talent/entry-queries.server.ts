import type { Actor } from '#app/accounts/domain/policy.ts'
import type { StaffKind, Tier } from '#app/organisation/domain/organisation.ts'
import type { ContractKind } from '#app/talent/domain/kinds.ts'
import { type SearchPlace, searchPlaces } from '#app/talent/domain/reach.ts'
import { read } from '#db/client.server.ts'
import { and, asc, eq, inArray, isNull } from '#db/dialect/index.ts'
import { organisations, people, regions } from '#db/organisation/tables.server.ts'
import { isWithinSight } from './reach.server.ts'
import { registryConsents, registryContracts, registryEntries } from './tables.server.ts'

/** An entry of the ordinary pool. What of it leaves for whom is the presenter's to say. */
export type Entry = {
  personId: string
  code: string
  tier: Tier
  regionCode: string
  staffKind: StaffKind
  grade: string
  /** Start of the day (UTC ms); null for any time. */
  availableFrom: number | null
  contracts: ContractKind[]
  department: { zh: string; en: string }
}

const columns = {
  personId: registryEntries.personId,
  code: registryEntries.code,
  tier: registryEntries.tier,
  regionCode: registryEntries.regionCode,
  staffKind: registryEntries.staffKind,
  grade: people.grade,
  availableFrom: registryEntries.availableFrom,
  departmentZh: organisations.nameZh,
  departmentEn: organisations.nameEn,
}

async function withContracts<
  T extends { personId: string; departmentZh: string; departmentEn: string },
>(rows: T[]) {
  const ids = rows.map(({ personId }) => personId)
  const contracts = ids.length
    ? await read()
        .select()
        .from(registryContracts)
        .where(inArray(registryContracts.personId, ids))
        .orderBy(asc(registryContracts.contract))
    : []
  return rows.map(({ departmentZh, departmentEn, ...row }) => ({
    ...row,
    department: { zh: departmentZh, en: departmentEn },
    contracts: contracts.filter((c) => c.personId === row.personId).map((c) => c.contract),
  }))
}

function entries() {
  return read()
    .select(columns)
    .from(registryEntries)
    .innerJoin(people, eq(people.id, registryEntries.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
}

/** The entries of people that a scoped search found, by person; who has left meanwhile is missing. */
export async function entriesOf(personIds: string[]): Promise<Map<string, Entry>> {
  if (personIds.length === 0) return new Map()
  const rows = await entries().where(inArray(registryEntries.personId, personIds))
  return new Map((await withContracts(rows)).map((entry) => [entry.personId, entry]))
}

/** The entry behind a code, if the actor may look there, and which way: by name or masked. */
export async function findEntry(
  actor: Actor,
  code: string,
): Promise<{ entry: Entry; place: SearchPlace } | undefined> {
  for (const place of searchPlaces) {
    const rows = await entries().where(
      and(eq(registryEntries.code, code), isWithinSight(actor, place)),
    )
    const [entry] = await withContracts(rows)
    if (entry) return { entry, place }
  }
}

/** The person's own entry and when the consent behind it was given; undefined when not in the pool. */
export async function findOwnEntry(
  personId: string,
): Promise<{ entry: Entry; givenAt: number } | undefined> {
  const entry = (await entriesOf([personId])).get(personId)
  const [consent] = await read()
    .select({ givenAt: registryConsents.givenAt })
    .from(registryConsents)
    .where(and(eq(registryConsents.personId, personId), isNull(registryConsents.withdrawnAt)))
  return entry && consent && { entry, givenAt: consent.givenAt }
}

/** What an entry of this person would say, before there is one: for the preview. */
export async function draftEntry(personId: string): Promise<Entry | undefined> {
  const [row] = await read()
    .select({
      personId: people.id,
      tier: organisations.tier,
      regionCode: organisations.regionCode,
      staffKind: people.staffKind,
      grade: people.grade,
    })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.unitId))
    .where(eq(people.id, personId))
  return (
    row && { ...row, code: '', availableFrom: null, contracts: [], department: { zh: '', en: '' } }
  )
}

/** Names of regions by code; invented and real ones alike, in Chinese. */
export async function regionNames(codes: string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await read()
    .select()
    .from(regions)
    .where(inArray(regions.code, [...new Set(codes)]))
  return new Map(rows.map(({ code, name }) => [code, name]))
}
