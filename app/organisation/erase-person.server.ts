import { existsSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { recipientOf } from '#app/accounts/mailer.server.ts'
import { env } from '#app/env.server.ts'
import { log } from '#app/log.server.ts'
import type { Result } from '#app/shared/domain/result.ts'
import { read } from '#db/client.server.ts'
import {
  eraseAgain,
  eraseIdentity,
  eraseLongLeft,
  type IsTheirMail,
} from '#db/organisation/erasure.server.ts'
import { listErasedPeople, listLongLeft } from '#db/organisation/erasure-queries.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

async function listedPeople(): Promise<string[]> {
  const { erasedFile } = env()
  if (!existsSync(erasedFile)) return []
  const lines = (await readFile(erasedFile, 'utf8')).split('\n')
  // A person's id, not a line that a loss of power cut off.
  return lines.filter((line) => /^[0-9a-f-]{36}$/.test(line))
}

/**
 * Keeps a list of the erased, by number alone, beside the data and in no backup: it outlives the
 * restoring of an older one.
 */
async function noteErasures(): Promise<void> {
  const listed = new Set(await listedPeople())
  const missing = (await listErasedPeople()).filter((personId) => !listed.has(personId))
  if (missing.length === 0) return
  const handle = await open(env().erasedFile, 'a', 0o600)
  try {
    await handle.appendFile(`\n${missing.join('\n')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function mailTo(personId: string): Promise<IsTheirMail> {
  const email = (await identitiesOf([personId])).get(personId)?.email
  return (payload) => email !== undefined && recipientOf(payload) === email
}

/** Erases the identity of somebody who has left; 'not-found' as in `eraseIdentity`. */
export async function erasePerson(
  actor: Actor,
  personId: string,
  key: string,
): Promise<Result<null, 'not-found'>> {
  const isTheirMail = await mailTo(personId)
  const done = await eraseIdentity(actor, personId, { key, isTheirMail })
  if (done.ok) await noteErasures()
  return done
}

/**
 * Erases the identities of those who left before `before` (UTC ms) and did not come back. Returns how
 * many.
 */
export async function eraseWhoLeft(before: number): Promise<number> {
  let erased = 0
  for (const personId of await listLongLeft(read(), before)) {
    if (await eraseLongLeft(personId, { before, isTheirMail: await mailTo(personId) })) erased++
  }
  await noteErasures()
  return erased
}

/**
 * Erases whom the list names and an older backup brought back, and completes the list. Done after
 * restoring and at every start. Returns how many were erased again.
 */
export async function repeatErasures(): Promise<number> {
  let again = 0
  for (const personId of await listedPeople()) {
    if (await eraseAgain(personId, await mailTo(personId))) again++
  }
  if (again > 0)
    log.warn({ people: again }, 'erased again: a restored backup had brought them back')
  await noteErasures()
  return again
}
