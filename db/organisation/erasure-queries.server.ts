import { auditEvents } from '#db/audit/tables.server.ts'
import { type Db, read } from '#db/client.server.ts'
import { and, eq } from '#db/dialect/index.ts'
import { people } from './tables.server.ts'

/** The audit event by which an identity was erased: its number, and when (UTC ms). */
export type Erasure = { sequence: number; at: number }

const isErasure = eq(auditEvents.action, 'person.erased')

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
