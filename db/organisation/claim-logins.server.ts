import { type Identity, normaliseLogin } from '#app/organisation/domain/identity.ts'
import type { Result } from '#app/shared/domain/result.ts'
import { deliverToVault } from '#db/audit/outbox.server.ts'
import { outbox } from '#db/audit/tables.server.ts'
import type { Db } from '#db/client.server.ts'
import { and, eq, isNull, lt } from '#db/dialect/index.ts'
import { findLogins } from '#db/vault/identities.server.ts'

/** A message that failed this often waits for an operator and holds nobody up. */
const stuck = 20

async function vaultIsBehind(db: Db): Promise<boolean> {
  const [waiting] = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isNull(outbox.deliveredAt), eq(outbox.kind, 'identity'), lt(outbox.attempts, stuck)))
    .limit(1)
  return waiting !== undefined
}

/**
 * Inside a command: which staff numbers and e-mails (normalised) are somebody's, and whose.
 * 'vault-behind' while a name of an earlier command is still on its way to the vault: two commands
 * at the same moment could otherwise both take one number, since two stores do not commit together.
 */
export async function loginOwners(
  db: Db,
  identities: Partial<Pick<Identity, 'staffNumber' | 'email'>>[],
): Promise<Map<string, string> | 'vault-behind'> {
  if (await vaultIsBehind(db)) return 'vault-behind'
  const numbers = await findLogins(
    'staff-number',
    identities.flatMap(({ staffNumber }) => staffNumber ?? []),
  )
  const emails = await findLogins(
    'email',
    identities.flatMap(({ email }) => email ?? []),
  )
  return new Map(
    [...numbers, ...emails].map(([login, personId]) => [normaliseLogin(login), personId]),
  )
}

export type LoginFailure = 'staff-number-taken' | 'email-taken'

/** Which of these logins are somebody else's than `personId`'s; 'vault-behind' as above. */
export async function takenLogins(
  db: Db,
  { staffNumber, email }: Partial<Pick<Identity, 'staffNumber' | 'email'>>,
  personId?: string,
): Promise<LoginFailure[] | 'vault-behind'> {
  const logins = { ...(staffNumber && { staffNumber }), ...(email && { email }) }
  const owners = await loginOwners(db, [logins])
  if (owners === 'vault-behind') return owners
  const isTaken = (login: string | undefined) => {
    const owner = login && owners.get(normaliseLogin(login))
    return Boolean(owner) && owner !== personId
  }
  const taken: LoginFailure[] = []
  if (isTaken(staffNumber)) taken.push('staff-number-taken')
  if (isTaken(email)) taken.push('email-taken')
  return taken
}

/** Runs a command that claims logins; again once the vault has caught up. */
export async function claiming<T, E>(
  attempt: () => Promise<Result<T, E | 'vault-behind'>>,
): Promise<Result<T, E>> {
  for (let tries = 0; tries < 10; tries++) {
    const result = await attempt()
    if (result.ok) return result
    const { error } = result
    if (error !== 'vault-behind') return { ok: false, error: error as E }
    await deliverToVault()
  }
  throw new Error('the identity vault does not take what waits for it')
}
