import { read } from '#db/client.server.ts'
import { and, eq, gte, inArray, lte, or } from '#db/dialect/index.ts'
import { idsMadeAt } from '#db/id.server.ts'
import { whiteHatSearches } from '#db/white-hat/tables.server.ts'
import { accessLog, contactRequests, registrySearches } from './tables.server.ts'

/** Who did something, and the moment (UTC ms) that every row of that command has. */
export type Act = { actorId: string; at: number }

/** What an act is found by in the maps below. */
export function actKey({ actorId, at }: Act): string {
  return `${at} ${actorId}`
}

type Log = typeof accessLog | typeof registrySearches | typeof whiteHatSearches

async function purposesIn(log: Log, acts: Act[]) {
  const during = acts.map(({ actorId, at }) => {
    const [least, greatest] = idsMadeAt(at)
    // The key's range finds the rows; the log has no index by viewer.
    const made = and(gte(log.id, least), lte(log.id, greatest))
    return and(made, eq(log.viewerId, actorId), eq(log.at, at))
  })
  const { viewerId, at, purpose } = log
  return read()
    .selectDistinct({ actorId: viewerId, at, purpose })
    .from(log)
    .where(or(...during))
}

/**
 * The purposes that were stated for these acts, by `actKey`: of looks at people, and of searches of
 * either pool. For the auditor; the trail itself keeps no free text.
 */
export async function purposesOf(acts: Act[]): Promise<Map<string, string>> {
  if (acts.length === 0) return new Map()
  const logs: Log[] = [accessLog, registrySearches, whiteHatSearches]
  const found = await Promise.all(logs.map((log) => purposesIn(log, acts)))
  return new Map(found.flat().map((row) => [actKey(row), row.purpose]))
}

/** Whom these requests for contact are to, by request; for the auditor. */
export async function askedPeople(requestIds: string[]): Promise<Map<string, string>> {
  if (requestIds.length === 0) return new Map()
  const rows = await read()
    .select({ id: contactRequests.id, personId: contactRequests.personId })
    .from(contactRequests)
    .where(inArray(contactRequests.id, requestIds))
  return new Map(rows.map(({ id, personId }) => [id, personId]))
}
