import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { perform } from '#db/audit/perform.server.ts'
import { eq } from '#db/dialect/index.ts'
import { sealedAct, type WhiteHatChange, whiteHatMessage } from '#db/vault/white-hats.server.ts'
import { leaveRegistry } from './registry-commands.server.ts'
import { registryEntries } from './tables.server.ts'

/**
 * The one command by which a person of the ordinary pool leaves it: by withdrawing their consent, or
 * by applying as a white hat. The main database must not tell which it was: the audit event has the
 * person and the act sealed, both leave the same outbox message, and no form key is kept, since
 * neither does anything the second time. `changeAt` says what becomes of an application then.
 *
 * Who is not in the pool gets no event: beside one that ends no consent it would be plain that
 * somebody applied, and the session before it would say who.
 */
export function leavePool(
  personId: string,
  changeAt: (at: number) => WhiteHatChange,
): Promise<Result<null, 'not-in-pool'>> {
  const command = { actorId: 'sealed', action: 'registry.left', subjectId: 'sealed' } as const
  return perform<Result<null, 'not-in-pool'>>(command, async (work) => {
    const { tx, at } = work
    const [entry] = await tx
      .select({ code: registryEntries.code })
      .from(registryEntries)
      .where(eq(registryEntries.personId, personId))
    if (!entry) return fail('not-in-pool')
    const change = changeAt(at)
    await leaveRegistry(work, personId)
    await work.post('code-name', whiteHatMessage(personId, change))
    const act = sealedAct(personId, change, at)
    work.note({ act })
    return ok(null)
  })
}

/** Withdraws the person's own consent; without one it changes nothing. */
export async function withdrawConsent(personId: string): Promise<void> {
  await leavePool(personId, () => 'unchanged')
}
