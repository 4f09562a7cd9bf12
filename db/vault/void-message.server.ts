import { type IdentityMessage, identitiesMessage } from './identities.server.ts'
import { openMessage } from './open.server.ts'
import { type WhiteHatMessage, whiteHatMessage } from './white-hats.server.ts'

function open<M>(payload: Buffer, about: string): M | undefined {
  try {
    return openMessage<M>(payload, about)
  } catch {
    // Nobody can open it, so it brings nothing back.
    return undefined
  }
}

/**
 * A waiting outbox payload without what it says of this person; undefined when it says nothing. What
 * it says of others stays.
 */
export function withoutPerson(
  kind: 'identity' | 'code-name',
  payload: Buffer,
  personId: string,
): Buffer | undefined {
  if (kind === 'code-name') {
    const isTheirs = open<WhiteHatMessage>(payload, kind)?.personId === personId
    return isTheirs ? whiteHatMessage(personId, 'unchanged') : undefined
  }
  const messages = open<IdentityMessage[]>(payload, kind) ?? []
  const others = messages.filter((message) => message.personId !== personId)
  return others.length < messages.length ? identitiesMessage(others) : undefined
}
