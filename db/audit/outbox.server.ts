import { type Db, read, write } from '#db/client.server.ts'
import { and, asc, eq, inArray, isNull, lt } from '#db/dialect/index.ts'
import { outbox, type outboxKinds } from './tables.server.ts'

type Kind = (typeof outboxKinds)[number]
/** Delivers one message; must change nothing when the same id comes a second time. */
type Deliver = (message: { id: string; payload: Buffer; at: number }) => Promise<void>

const ways = new Map<Kind, Deliver>()
/** Beyond this a message waits for someone to look. */
const maxAttempts = 20

/** Says how messages of `kind` are delivered in this process. */
export function deliverBy(kind: Kind, deliver: Deliver): void {
  ways.set(kind, deliver)
}

async function pass(kinds: readonly Kind[]): Promise<void> {
  const waiting = await read()
    .select()
    .from(outbox)
    .where(
      and(
        isNull(outbox.deliveredAt),
        inArray(outbox.kind, [...kinds]),
        lt(outbox.attempts, maxAttempts),
      ),
    )
    .orderBy(asc(outbox.at), asc(outbox.id))
    .limit(500)
  for (const { id, kind, payload, at, attempts } of waiting) {
    const delivered = await ways
      .get(kind)?.({ id, payload, at })
      .then(
        () => true,
        () => false,
      )
    // The payload has done its work; what names a person does not stay behind.
    const change = delivered
      ? { deliveredAt: Date.now(), payload: Buffer.alloc(0) }
      : { attempts: attempts + 1 }
    await write((tx) => tx.update(outbox).set(change).where(eq(outbox.id, id)))
  }
}

function deliverer(kinds: readonly Kind[]): () => Promise<void> {
  let running: Promise<void> | undefined
  let again = false
  return () => {
    again = true
    running ??= (async () => {
      while (again) {
        again = false
        await pass(kinds)
      }
    })().finally(() => {
      running = undefined
    })
    return running
  }
}

/** Whether what becomes of a code name still waits to reach the vault, within a command. */
export async function isVaultBehind(db: Db): Promise<boolean> {
  const waiting = and(isNull(outbox.deliveredAt), eq(outbox.kind, 'code-name'))
  const rows = await db.select({ id: outbox.id }).from(outbox).where(waiting).limit(1)
  return rows.length > 0
}

/** Brings what waits for the vault there, in order; what a command posted is there when it returns. */
export const deliverToVault = deliverer(['identity', 'code-name'])
/** Sends the mails that wait. Slow and fallible, so never awaited by a request. */
export const deliverMail = deliverer(['mail'])
