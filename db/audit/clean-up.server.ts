import { deleteExpiredSessions } from '#db/accounts/sessions.server.ts'
import { passwordTokens } from '#db/accounts/tables.server.ts'
import { write } from '#db/client.server.ts'
import { and, isNotNull, lt } from '#db/dialect/index.ts'
import { commandResults, outbox } from './tables.server.ts'

const day = 86_400_000
/** A form left open longer than this is sent as a new one. */
const keyDays = 7

/**
 * Deletes what has done its work: expired sessions, links to set a password `logDays` after they
 * expired, answers remembered for repeated forms, delivered messages. Audit events stay.
 */
export async function deleteSpent(at: number, logDays: number): Promise<void> {
  await deleteExpiredSessions(at)
  await write(async (tx) => {
    await tx.delete(passwordTokens).where(lt(passwordTokens.expiresAt, at - logDays * day))
    await tx.delete(commandResults).where(lt(commandResults.at, at - keyDays * day))
    await tx
      .delete(outbox)
      .where(and(isNotNull(outbox.deliveredAt), lt(outbox.deliveredAt, at - keyDays * day)))
  })
}
