import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AuditEntry, chainText, genesis, type SignedHead } from './chain.ts'
import { type AuditRow, examine } from './verify.ts'

const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const hashOf = ({ previousHash, hash: _hash, ...entry }: AuditRow) =>
  sha(chainText(entry, previousHash))

function chainOf(length: number): AuditRow[] {
  const rows: AuditRow[] = []
  for (let sequence = 1; sequence <= length; sequence++) {
    const detail = `{"n":${sequence}}`
    const entry: AuditEntry = {
      sequence,
      at: sequence * 1_000,
      actorId: 'a',
      action: 'thing.done',
      subjectId: 's',
      detail,
    }
    const previousHash = rows.at(-1)?.hash ?? genesis
    rows.push({ ...entry, previousHash, hash: sha(chainText(entry, previousHash)) })
  }
  return rows
}

const headAt = (rows: AuditRow[], sequence: number): SignedHead => ({
  sequence,
  hash: rows[sequence - 1]?.hash ?? '',
  at: 0,
  signature: 'good',
})

function verdictOn(
  rows: AuditRow[],
  heads: (SignedHead | undefined)[] = [],
  now = 0,
  inUse = true,
) {
  const isSigned = (head: SignedHead) => head.signature === 'good'
  const examination = examine({ heads, hashOf, isSigned, now, inUse })
  for (const row of rows) examination.take(row)
  return examination.verdict()
}

describe('examining the trail', () => {
  it('finds nothing wrong with what was left alone', () => {
    const rows = chainOf(5)
    const verdict = verdictOn(rows, [headAt(rows, 2), headAt(rows, 5)])
    expect(verdict).toEqual({ rows: 5, lastSequence: 5, heads: 2, signedUpTo: 5, faults: [] })
  })

  it('finds that no head is left, once one must have been signed', () => {
    const rows = chainOf(3)
    const minute = 60_000
    expect(verdictOn(rows, [], 5 * minute).faults).toEqual([])
    expect(verdictOn(rows, [], 12 * minute).faults).toEqual([{ kind: 'unsigned', sequence: 1 }])
    expect(verdictOn(rows, [headAt(rows, 2)], 12 * minute).faults).toEqual([])
  })

  it('finds that no row is left where somebody is there', () => {
    expect(verdictOn([]).faults).toEqual([{ kind: 'missing', sequence: 1 }])
    expect(verdictOn([], [], 0, false).faults).toEqual([])
    const heads = [headAt(chainOf(2), 2)]
    expect(verdictOn([], heads).faults).toEqual([{ kind: 'cut-off', sequence: 1 }])
  })

  it('finds any one field that was changed, at its row', () => {
    const fields = ['at', 'actorId', 'action', 'subjectId', 'detail'] as const
    fc.assert(
      fc.property(fc.nat(9), fc.constantFrom(...fields), (index, field) => {
        const rows = chainOf(10)
        const row = rows[index]!
        rows[index] = { ...row, [field]: field === 'at' ? 7 : 'other' }
        expect(verdictOn(rows).faults).toEqual([{ kind: 'changed', sequence: index + 1 }])
      }),
    )
  })

  it('finds a row that was changed together with its hash, at the row after it', () => {
    const rows = chainOf(4)
    const changed = { ...rows[1]!, detail: '{}' }
    rows[1] = { ...changed, hash: hashOf(changed) }
    expect(verdictOn(rows).faults).toEqual([{ kind: 'unlinked', sequence: 3 }])
  })

  it('finds a rewritten rest of the trail by the head signed before', () => {
    const rows = chainOf(4)
    const head = headAt(rows, 3)
    const rewritten = chainOf(4).slice(0, 1)
    for (const row of rows.slice(1)) {
      const changed = { ...row, actorId: 'b', previousHash: rewritten.at(-1)!.hash }
      rewritten.push({ ...changed, hash: hashOf(changed) })
    }
    expect(verdictOn(rewritten).faults).toEqual([])
    expect(verdictOn(rewritten, [head]).faults).toEqual([{ kind: 'head-mismatch', sequence: 3 }])
  })

  it('finds a row that was taken out', () => {
    const rows = chainOf(4)
    rows.splice(1, 1)
    expect(verdictOn(rows).faults).toEqual([{ kind: 'missing', sequence: 2 }])
  })

  it('finds two rows that were exchanged', () => {
    const rows = chainOf(4)
    const [second, third] = [rows[1]!, rows[2]!]
    rows[1] = { ...third, sequence: 2 }
    rows[2] = { ...second, sequence: 3 }
    const kinds = verdictOn(rows).faults.map(({ kind, sequence }) => `${kind} ${sequence}`)
    expect(kinds).toEqual(['unlinked 2', 'changed 2', 'unlinked 3', 'changed 3', 'unlinked 4'])
  })

  it('finds an end that was cut off after it was signed', () => {
    const rows = chainOf(4)
    const head = headAt(rows, 4)
    expect(verdictOn(rows.slice(0, 2), [head]).faults).toEqual([{ kind: 'cut-off', sequence: 3 }])
  })

  it('finds heads that are not ours, no heads at all, or out of order', () => {
    const rows = chainOf(4)
    const forged = { ...headAt(rows, 2), signature: 'forged' }
    const heads = [forged, undefined, headAt(rows, 4), headAt(rows, 3)]
    expect(verdictOn(rows, heads).faults).toEqual([
      { kind: 'bad-signature', sequence: 2 },
      { kind: 'bad-signature', sequence: 0 },
      { kind: 'head-order', sequence: 3 },
    ])
  })
})
