import { createHmac } from 'node:crypto'
import { env } from '#app/env.server.ts'
import { keys } from '#app/runtime.server.ts'
import { type IssuedLink, issueLink } from '#db/accounts/links.server.ts'
import type { Actor } from './domain/policy.ts'
import { linkHash, linkToken } from './token.server.ts'

/** A link to hand to a person: a secret, so it is shown on one page and stored nowhere. */
export type Link = IssuedLink & { personId: string; address: string }

/** The same form sent again gives the same link, so that a page lost on the line is not a lost link. */
function tokenOf(key: string, personId: string): string {
  if (key === '') return linkToken()
  return linkToken(createHmac('sha256', keys().seal).update(`link\n${key}\n${personId}`).digest())
}

/**
 * New links for these people, and whose account is not the actor's to open. Who is outside their
 * reach, or has left, gets none.
 */
export async function issueLinks(
  actor: Actor,
  personIds: string[],
  key: string,
): Promise<{ links: Link[]; beyond: string[] }> {
  const links: Link[] = []
  const beyond: string[] = []
  for (const personId of personIds) {
    const token = tokenOf(key, personId)
    const each = key && `${key}:${personId}`
    const issued = await issueLink(actor, personId, linkHash(token), each)
    if (issued.ok) {
      const address = `${env().origin}/${issued.value.kind}/${token}`
      links.push({ ...issued.value, personId, address })
    } else if (issued.error === 'beyond-actor') beyond.push(personId)
  }
  return { links, beyond }
}
