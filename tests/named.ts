import type { Identity } from '#app/organisation/domain/identity.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { perform } from '#db/audit/perform.server.ts'
import { identityMessage } from '#db/vault/identities.server.ts'
import { aPerson } from '#tests/factories.ts'

let made = 0

/** A person with an identity in the vault, as a guard would hand the reader to a route. */
export async function aNamedPerson({
  name,
  ...given
}: Parameters<typeof aPerson>[0] & { name?: string } = {}): Promise<{
  reader: Reader
  identity: Identity
}> {
  const actor = await aPerson(given)
  const number = String(++made).padStart(5, '0')
  const identity: Identity = {
    name: name ?? `示例人员${number}`,
    staffNumber: `T-${number}`,
    phone: `000-${number}`,
    email: `sample-${number}@example.invalid`,
  }
  const { personId } = actor
  await perform({ actorId: 'system', action: 'person.named', subjectId: personId }, ({ post }) =>
    post('identity', identityMessage(personId, identity)),
  )
  const reader: Reader = {
    ...actor,
    state: 'active',
    locale: null,
    timeZone: 'Asia/Shanghai',
    largeText: false,
    roleProfile: null,
    secondFactorOwed: false,
  }
  return { reader, identity }
}
