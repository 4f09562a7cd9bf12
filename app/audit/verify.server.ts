import { createHash } from 'node:crypto'
import { env } from '#app/env.server.ts'
import { listChain } from '#db/audit/queries.server.ts'
import { hasPeople } from '#db/organisation/has-people.server.ts'
import { chainText } from './domain/chain.ts'
import { type AuditRow, examine, type Verdict } from './domain/verify.ts'
import { headKey, isSigned, readHeads } from './heads.server.ts'

const page = 1_000

function hashOf({ previousHash, hash: _stored, ...entry }: AuditRow): string {
  return createHash('sha256').update(chainText(entry, previousHash)).digest('hex')
}

/**
 * Reads the whole trail, a page at a time, and compares it with the heads signed here and with those
 * of `headFiles`: copies kept where nobody who can change the database can change them.
 */
export async function verifyTrail(headFiles: string[] = []): Promise<Verdict> {
  const key = headKey()
  const kept = await Promise.all(headFiles.map(readHeads))
  // Heads of several files are each in order, but not across files.
  const own = await readHeads(env().headsFile)
  const heads = [...own, ...kept.flat()].sort((a, b) => (a?.sequence ?? 0) - (b?.sequence ?? 0))
  const examination = examine({
    heads: headFiles.length > 0 ? heads : own,
    isSigned: (head) => isSigned(head, key),
    hashOf,
    now: Date.now(),
    inUse: await hasPeople(),
  })
  for (let after = 0; ; ) {
    const rows = await listChain(after, page)
    for (const row of rows) examination.take(row)
    const last = rows.at(-1)
    if (!last) return examination.verdict()
    after = last.sequence
  }
}
