import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { keys } from '#app/runtime.server.ts'
import { seal, unseal } from '#db/vault/seal.server.ts'
import { staffKinds } from './domain/organisation.ts'
import type { RosterRow } from './domain/roster.ts'

const row = z.object({
  line: z.number(),
  name: z.string(),
  staffNumber: z.string(),
  department: z.string(),
  staffKind: z.enum(staffKinds),
  grade: z.string(),
  roleProfile: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
})
const ticket = z.object({
  unitId: z.string(),
  expected: z.string(),
  expiresAt: z.number(),
  rows: z.array(row),
})
type Ticket = { unitId: string; expected: string; rows: RosterRow[] }

const lifetime = 30 * 60_000
/** A ticket of 5,000 rows is far below this once open. */
const openLimit = 16 * 1_024 * 1_024

const about = (personId: string) => `roster ${personId}`

/**
 * A checked roster, encrypted, for the form that confirms it: the browser carries it, so nothing
 * of it is kept here, and only whoever checked it can send it back, within half an hour.
 */
export function sealRoster(personId: string, given: Ticket): string {
  const text = JSON.stringify({ ...given, expiresAt: Date.now() + lifetime })
  return seal(keys().seal, gzipSync(text), about(personId)).toString('base64')
}

/** What was sealed; undefined when it is too old, was changed, or is somebody else's. */
export function openRoster(personId: string, sealed: string): Ticket | undefined {
  try {
    const packed = unseal(keys().seal, Buffer.from(sealed, 'base64'), about(personId))
    const text = gunzipSync(packed, { maxOutputLength: openLimit }).toString()
    const { expiresAt, ...found } = ticket.parse(JSON.parse(text))
    return expiresAt > Date.now() ? found : undefined
  } catch {
    return undefined
  }
}
