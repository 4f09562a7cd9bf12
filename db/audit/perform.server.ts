import { createHash } from 'node:crypto'
import { type AuditDetail, canonicalJson, chainText, genesis } from '#app/audit/domain/chain.ts'
import { type Tx, write } from '#db/client.server.ts'
import { and, desc, eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { deliverToVault } from './outbox.server.ts'
import { auditEvents, commandResults, outbox, type outboxKinds } from './tables.server.ts'

/** Who does what to what; `key` is the form's, so that a retry does it once. */
export type Command = {
  /**
   * A person's id, 'system' for what the server does by itself, 'operator' for the command line,
   * 'nobody' for who is not signed in, 'sealed' where the event may not say who (see
   * db/talent/leaving).
   */
  actorId: string
  action: `${string}.${string}`
  subjectId: string
  key?: string
}

export type Work = {
  tx: Tx
  /** The moment of the command, UTC ms: the same in every row it writes. */
  at: number
  /** Adds to the event's detail. */
  note(detail: AuditDetail): void
  /** Leaves a message to be delivered after the commit. `payload` must be encrypted if personal. */
  post(kind: (typeof outboxKinds)[number], payload: Buffer): Promise<void>
}

class Refused extends Error {
  constructor(readonly result: unknown) {
    super('refused')
  }
}

function isFailure(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false
}

async function append(tx: Tx, command: Command, at: number, detail: AuditDetail) {
  const [tail] = await tx
    .select({ sequence: auditEvents.sequence, hash: auditEvents.hash })
    .from(auditEvents)
    .orderBy(desc(auditEvents.sequence))
    .limit(1)
  const { actorId, action, subjectId } = command
  const entry = {
    sequence: (tail?.sequence ?? 0) + 1,
    at,
    actorId,
    action,
    subjectId,
    detail: canonicalJson(detail),
  }
  const previousHash = tail?.hash ?? genesis
  const hash = createHash('sha256').update(chainText(entry, previousHash)).digest('hex')
  await tx.insert(auditEvents).values({ ...entry, previousHash, hash })
}

/** A key is a form's, and a form does one thing: sent for another action it is another form's. */
function resultKey({ action, key }: Command): string | undefined {
  return key && `${action} ${key}`
}

async function earlierResult(tx: Tx, command: Command) {
  const key = resultKey(command)
  if (!key) return
  const [row] = await tx
    .select()
    .from(commandResults)
    .where(and(eq(commandResults.actorId, command.actorId), eq(commandResults.key, key)))
  return row
}

/**
 * The way every state change is made: `work`, its audit event, its outbox messages and the result
 * remembered under the form's key are one transaction. A failed Result rolls all of it back and is
 * returned. The result must survive JSON.
 */
export async function perform<T>(command: Command, work: (w: Work) => Promise<T>): Promise<T> {
  let posted = false
  try {
    const result = await write(async (tx) => {
      posted = false
      const earlier = await earlierResult(tx, command)
      if (earlier) return JSON.parse(earlier.result) as T
      const at = Date.now()
      let detail: AuditDetail = {}
      const result = await work({
        tx,
        at,
        note(more) {
          detail = { ...detail, ...more }
        },
        async post(kind, payload) {
          posted = true
          await tx.insert(outbox).values({ id: newId(at), kind, payload, at, attempts: 0 })
        },
      })
      if (isFailure(result)) throw new Refused(result)
      await append(tx, command, at, detail)
      const { actorId, action } = command
      const key = resultKey(command)
      if (key) {
        const text = JSON.stringify(result ?? null)
        await tx.insert(commandResults).values({ actorId, key, action, result: text, at })
      }
      return result
    })
    if (posted) await deliverToVault()
    return result
  } catch (error) {
    if (error instanceof Refused) return error.result as T
    throw error
  }
}
