import { statSync } from 'node:fs'
import type { Verdict } from '#app/audit/domain/verify.ts'
import { headKey } from '#app/audit/heads.server.ts'
import { verifyTrail } from '#app/audit/verify.server.ts'
import { operatorFile, print, WrongUse, withData } from './operator.server.ts'

const meanings = {
  changed: 'the content of this row is not what was recorded',
  unlinked: 'this row does not follow the one before it: rows were exchanged or rewritten',
  missing: 'a row with this number is missing',
  'cut-off': 'the trail ends before a head that was signed',
  'head-mismatch': 'this row is not the one that was signed',
  'bad-signature': 'a head in the file was not signed by this installation',
  'head-order': 'a head stands after one of a later row',
  unsigned: 'no head is left, though the trail is signed every minute: the heads file was removed',
} as const

function inWords({ rows, signedUpTo, heads, faults }: Verdict): string[] {
  const signed =
    signedUpTo === null
      ? 'no head was signed yet, so a cut-off end could not be seen'
      : `signed up to row ${signedUpTo} by ${heads} heads`
  const found = faults.map(({ kind, sequence }) => `row ${sequence}: ${kind}: ${meanings[kind]}`)
  return [...found, `${rows} rows, ${faults.length} faults; ${signed}`]
}

/** A copy of the heads file that holds something: an empty one would vouch for nothing unnoticed. */
function headsCopy(path: string): string {
  const file = operatorFile(path)
  if (statSync(file).size === 0) throw new WrongUse(`${file} is empty: it holds no signed head.`)
  return file
}

/** `civic audit verify`: exit code 1 where the trail is not whole. */
export async function auditVerify(options: { head?: string; json?: boolean }): Promise<number> {
  const kept = options.head === undefined ? [] : [headsCopy(options.head)]
  const verdict = await withData(() => verifyTrail(kept))
  const ok = verdict.faults.length === 0
  print({ ok, ...verdict }, inWords(verdict), options.json)
  return ok ? 0 : 1
}

/** `civic audit key`: the public key, for whoever checks heads with tools of their own. */
export async function auditKey(): Promise<void> {
  const pem = await withData(async () => headKey().export({ type: 'spki', format: 'pem' }))
  process.stdout.write(pem)
}
