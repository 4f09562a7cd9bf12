import { read } from '#db/client.server.ts'
import { and, asc, count, desc, gt, gte, isNull, lte } from '#db/dialect/index.ts'
import { auditEvents, outbox } from './tables.server.ts'

/** Whether the database answers. */
export async function canRead(): Promise<boolean> {
  try {
    await read().select({ one: auditEvents.sequence }).from(auditEvents).limit(1)
    return true
  } catch {
    return false
  }
}

/** The last row of the chain; undefined while it is empty. */
export async function findChainTail(): Promise<{ sequence: number; hash: string } | undefined> {
  const [row] = await read()
    .select({ sequence: auditEvents.sequence, hash: auditEvents.hash })
    .from(auditEvents)
    .orderBy(desc(auditEvents.sequence))
    .limit(1)
  return row
}

/** Rows after `sequence` in order, at most `limit`: for verifying in pages. */
export function listChain(sequence: number, limit: number) {
  return read()
    .select()
    .from(auditEvents)
    .where(gt(auditEvents.sequence, sequence))
    .orderBy(asc(auditEvents.sequence))
    .limit(limit)
}

/** Messages that could not be delivered so far. */
export async function countStuckMessages(attempts: number): Promise<number> {
  const [row] = await read()
    .select({ stuck: count() })
    .from(outbox)
    .where(and(isNull(outbox.deliveredAt), gte(outbox.attempts, attempts)))
  return row?.stuck ?? 0
}

/** The newest events between two moments, for the auditor. */
export function listAuditEvents(from: number, to: number, limit: number) {
  return read()
    .select()
    .from(auditEvents)
    .where(and(gte(auditEvents.at, from), lte(auditEvents.at, to)))
    .orderBy(desc(auditEvents.sequence))
    .limit(limit)
}
