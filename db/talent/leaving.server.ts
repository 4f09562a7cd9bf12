import { ok, type Result } from '#app/shared/domain/result.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { sealedAct, type WhiteHatChange, whiteHatMessage } from '#db/vault/white-hats.server.ts'
import { leaveRegistry } from './registry-commands.server.ts'

/**
 * The one command by which a person withdraws their consent, applies as a white hat, or withdraws
 * that. The main database must not tell which it was: the audit event has the person and the act
 * sealed, all three leave the same outbox message, and no form key is kept, since each of them does
 * nothing the second time. `decide` says what becomes of the application.
 */
export function leavePool<E>(
  personId: string,
  decide: (work: Work) => Promise<Result<WhiteHatChange, E>>,
): Promise<Result<null, E>> {
  const command = { actorId: 'sealed', action: 'registry.left', subjectId: 'sealed' } as const
  return perform<Result<null, E>>(command, async (work) => {
    const decided = await decide(work)
    if (!decided.ok) return decided
    await leaveRegistry(work, personId)
    await work.post('code-name', whiteHatMessage(personId, decided.value))
    work.note({ act: sealedAct(personId, decided.value) })
    return ok(null)
  })
}

/** Withdraws the person's own consent; without one it changes nothing. */
export function withdrawConsent(personId: string): Promise<Result<null, never>> {
  return leavePool(personId, async () => ok('unchanged' as const))
}
