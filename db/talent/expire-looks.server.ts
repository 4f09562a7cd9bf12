import { batchRows, performInBatches } from '#db/audit/batches.server.ts'
import type { Tx } from '#db/client.server.ts'
import { and, eq, gte, inArray, lt, notExists } from '#db/dialect/index.ts'
import { idsMadeAt } from '#db/id.server.ts'
import { whiteHatSearches } from '#db/white-hat/tables.server.ts'
import { accessLog, contactAnswers, contactRequests, registrySearches } from './tables.server.ts'

type Log = typeof accessLog | typeof registrySearches | typeof whiteHatSearches

async function deleteFrom(tx: Tx, log: Log, before: number): Promise<number> {
  const old = tx
    .select({ id: log.id })
    .from(log)
    .where(lt(log.id, idsMadeAt(before)[0]))
    .limit(batchRows)
  return (await tx.delete(log).where(inArray(log.id, old)).returning({ id: log.id })).length
}

/** Requests that can no longer be answered and that nobody has acted on since, agreed to or not. */
async function deleteRequests(tx: Tx, before: number): Promise<number> {
  const actedOnSince = tx
    .select({ id: contactAnswers.id })
    .from(contactAnswers)
    .where(and(eq(contactAnswers.requestId, contactRequests.id), gte(contactAnswers.at, before)))
  const over = and(
    lt(contactRequests.id, idsMadeAt(before)[0]),
    lt(contactRequests.expiresAt, before),
  )
  const rows = await tx
    .select({ id: contactRequests.id })
    .from(contactRequests)
    .where(and(over, notExists(actedOnSince)))
    .limit(batchRows)
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  await tx.delete(contactAnswers).where(inArray(contactAnswers.requestId, ids))
  await tx.delete(contactRequests).where(inArray(contactRequests.id, ids))
  return ids.length
}

/**
 * Deletes who looked at whom before `before` (UTC ms), and what for: looks, searches of either pool,
 * and requests for contact that were over by then; what an agreed one showed is shown no more.
 * Returns how many of each.
 */
export function expireLooks(before: number): Promise<Record<string, number>> {
  return performInBatches({ action: 'looks.expired', subjectId: 'looks' }, async ({ tx }) => ({
    looks: await deleteFrom(tx, accessLog, before),
    searches:
      (await deleteFrom(tx, registrySearches, before)) +
      (await deleteFrom(tx, whiteHatSearches, before)),
    requests: await deleteRequests(tx, before),
  }))
}
