import { z } from 'zod'

/** A row of the audit trail before it is hashed. `at` is UTC ms, `detail` canonical JSON. */
export type AuditEntry = {
  sequence: number
  at: number
  actorId: string
  action: string
  subjectId: string
  detail: string
}

/** What the first row names as the hash before it. */
export const genesis = '0'.repeat(64)

type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }
/** What an audit row may say besides who, what and when: ids, codes and counts, never names. */
export type AuditDetail = { [key: string]: Json | undefined }

/** JSON with keys in order and undefined left out, so that equal values have equal text. */
export function canonicalJson(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const parts = Object.keys(value)
    .sort()
    .filter((key) => value[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`)
  return `{${parts.join(',')}}`
}

/** The text whose SHA-256 is a row's hash: the hash before it, then every field in a fixed order. */
export function chainText(entry: AuditEntry, previousHash: string): string {
  const { sequence, at, actorId, action, subjectId, detail } = entry
  return JSON.stringify([previousHash, sequence, at, actorId, action, subjectId, detail])
}

/** A signed statement of where the chain ended at a moment: one line of the heads file. */
export const signedHead = z.object({
  sequence: z.int().min(0),
  hash: z.string().length(64),
  at: z.int(),
  signature: z.string(),
})
export type SignedHead = z.infer<typeof signedHead>

/** The text that a head's signature covers. */
export function headText(head: Omit<SignedHead, 'signature'>): string {
  return JSON.stringify(['civic-audit-head', head.sequence, head.hash, head.at])
}

/**
 * What may be wrong with a trail. `changed`: a row's content no longer gives its hash. `unlinked`: a
 * row does not name the hash of the row before it, as after rows were exchanged or rewritten.
 * `missing`: a number is left out. `cut-off`: the trail ends before a signed head. `head-mismatch`:
 * the row a head names has another hash. `bad-signature`: the head is not ours. `head-order`: a later
 * head names an earlier row. `unsigned`: rows stand there for longer than it takes to sign, and no head is
 * left.
 */
export const faultKinds = [
  'changed',
  'unlinked',
  'missing',
  'cut-off',
  'head-mismatch',
  'bad-signature',
  'head-order',
  'unsigned',
] as const

/** What is wrong with a trail, and at which row. */
export type ChainFault = { kind: (typeof faultKinds)[number]; sequence: number }
