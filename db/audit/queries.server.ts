import { read } from '#db/client.server.ts'
import { and, asc, desc, eq, gt, gte, inArray, like, lt } from '#db/dialect/index.ts'
import { people } from '#db/organisation/tables.server.ts'
import { auditEvents } from './tables.server.ts'

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

export type AuditSelection = {
  /** UTC ms: from this moment, and before that one. */
  from?: number | undefined
  to?: number | undefined
  actions?: readonly string[] | undefined
  actorId?: string | undefined
  /** Only events with a smaller number. */
  before?: number | undefined
}

/** The newest events that fit, at most `limit`. The caller has checked `audit.read`. */
export function listAuditEvents(
  { from, to, actions, actorId, before }: AuditSelection,
  limit: number,
) {
  return read()
    .select({
      sequence: auditEvents.sequence,
      at: auditEvents.at,
      actorId: auditEvents.actorId,
      action: auditEvents.action,
      subjectId: auditEvents.subjectId,
      detail: auditEvents.detail,
    })
    .from(auditEvents)
    .where(
      and(
        from === undefined ? undefined : gte(auditEvents.at, from),
        to === undefined ? undefined : lt(auditEvents.at, to),
        actions ? inArray(auditEvents.action, [...actions]) : undefined,
        actorId ? eq(auditEvents.actorId, actorId) : undefined,
        before === undefined ? undefined : lt(auditEvents.sequence, before),
      ),
    )
    .orderBy(desc(auditEvents.sequence))
    .limit(limit)
}

/** Ids of people of whose last `shown` characters these are the beginning; at most two. */
export async function findByShownNumber(begin: string, shown: number): Promise<string[]> {
  const before = '_'.repeat(36 - shown)
  const rows = await read()
    .select({ id: people.id })
    .from(people)
    .where(like(people.id, `${before}${begin}%`))
    .limit(2)
  return rows.map(({ id }) => id)
}
