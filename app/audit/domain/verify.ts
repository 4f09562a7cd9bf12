import { type AuditEntry, type ChainFault, genesis, type SignedHead } from './chain.ts'

/** A row as it is stored. */
export type AuditRow = AuditEntry & { previousHash: string; hash: string }

/** What an examination of the trail says. */
export type Verdict = {
  /** Rows read, and the number of the last one. */
  rows: number
  lastSequence: number
  /** Heads compared, and the last row that one of them vouches for; null without any. */
  heads: number
  signedUpTo: number | null
  faults: ChainFault[]
}

/** A running server signs every minute and a command at its end: rows older than this have a head, ms. */
const signedAfter = 10 * 60_000

/** Beyond this many faults, more of them tell nobody more. */
const mostFaults = 1_000

type Given = {
  /** Each line of the heads file, oldest first; undefined where a line is no head. */
  heads: (SignedHead | undefined)[]
  isSigned(head: SignedHead): boolean
  /** SHA-256 of a row as it stands, following `previousHash`, hex. */
  hashOf(row: AuditRow): string
  /** UTC ms. */
  now: number
  /** Whether there is anything whose coming must have been recorded. */
  inUse: boolean
}

/**
 * Examines a trail row by row, in order, against the heads that were signed along the way. Rows may
 * be handed over in pages of any size.
 */
export function examine({ heads, isSigned, hashOf, now, inUse }: Given) {
  const faults: ChainFault[] = []
  const found = (kind: ChainFault['kind'], sequence: number) => {
    if (faults.length < mostFaults) faults.push({ kind, sequence })
  }
  const good = new Map<number, SignedHead[]>()
  let signedUpTo: number | null = null
  for (const head of heads) {
    if (!head || !isSigned(head)) {
      found('bad-signature', head?.sequence ?? 0)
      continue
    }
    if (signedUpTo !== null && head.sequence < signedUpTo) found('head-order', head.sequence)
    signedUpTo = Math.max(signedUpTo ?? 0, head.sequence)
    good.set(head.sequence, [...(good.get(head.sequence) ?? []), head])
  }
  let rows = 0
  let begun = now
  let last = { sequence: 0, hash: genesis }

  return {
    take(row: AuditRow): void {
      rows++
      begun = Math.min(begun, row.at)
      if (row.sequence !== last.sequence + 1) found('missing', last.sequence + 1)
      else if (row.previousHash !== last.hash) found('unlinked', row.sequence)
      if (hashOf(row) !== row.hash) found('changed', row.sequence)
      for (const head of good.get(row.sequence) ?? []) {
        if (head.hash !== row.hash) found('head-mismatch', row.sequence)
      }
      last = { sequence: row.sequence, hash: row.hash }
    },
    verdict(): Verdict {
      if (signedUpTo !== null && signedUpTo > last.sequence) found('cut-off', last.sequence + 1)
      else if (rows === 0 && inUse) found('missing', 1)
      if (signedUpTo === null && now - begun > signedAfter) found('unsigned', 1)
      return { rows, lastSequence: last.sequence, heads: heads.length, signedUpTo, faults }
    },
  }
}
