import { auditEvents } from '#db/audit/tables.server.ts'
import { type Db, read } from '#db/client.server.ts'
import { alias, and, eq, lt, max, notExists } from '#db/dialect/index.ts'
import { people } from './tables.server.ts'

/** The audit event by which an identity was erased: its number, and when (UTC ms). */
export type Erasure = { sequence: number; at: number }

const isErasure = eq(auditEvents.action, 'person.erased')
const isLeaving = eq(auditEvents.action, 'person.left')

/** When this person's identity was erased; undefined when it was not. */
export async function findErasure(db: Db, personId: string): Promise<Erasure | undefined> {
  const [row] = await db
    .select({ sequence: auditEvents.sequence, at: auditEvents.at })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, personId), isErasure))
    .limit(1)
  return row
}

/** Everyone whose identity was erased. */
export async function listErasedPeople(): Promise<string[]> {
  const rows = await read()
    .selectDistinct({ personId: people.id })
    .from(people)
    // By person, since the events have an index on whom they are about and none on the action.
    .innerJoin(auditEvents, and(eq(auditEvents.subjectId, people.id), isErasure))
    .where(eq(people.state, 'left'))
  return rows.map(({ personId }) => personId)
}

/** When the person was last recorded as having left (UTC ms); undefined where that is not in the trail. */
export async function findLeaving(db: Db, personId: string): Promise<number | undefined> {
  const [row] = await db
    .select({ at: max(auditEvents.at) })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, personId), isLeaving))
  return row?.at ?? undefined
}

/** Who left before `before` (UTC ms), is still away and has an identity: everyone, or of one person. */
export async function listLongLeft(db: Db, before: number, personId?: string): Promise<string[]> {
  const erasures = alias(auditEvents, 'erasures')
  const erased = db
    .select({ sequence: erasures.sequence })
    .from(erasures)
    .where(and(eq(erasures.subjectId, people.id), eq(erasures.action, 'person.erased')))
  const rows = await db
    .select({ personId: people.id })
    .from(people)
    .innerJoin(auditEvents, and(eq(auditEvents.subjectId, people.id), isLeaving))
    .where(
      and(
        eq(people.state, 'left'),
        personId === undefined ? undefined : eq(people.id, personId),
        notExists(erased),
      ),
    )
    .groupBy(people.id)
    .having(lt(max(auditEvents.at), before))
  return rows.map((row) => row.personId)
}
