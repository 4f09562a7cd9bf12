import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { env } from '#app/env.server.ts'
import { keys } from '#app/runtime.server.ts'
import { findChainTail } from '#db/audit/queries.server.ts'
import { headText, type SignedHead, signedHead } from './domain/chain.ts'

/** The public half of the key that signs heads: what an auditor outside checks them with. */
export function headKey(): KeyObject {
  return createPublicKey(keys().sign)
}

/** Whether this installation's key signed `head`. */
export function isSigned(head: SignedHead, key: KeyObject): boolean {
  return verify(null, Buffer.from(headText(head)), key, Buffer.from(head.signature, 'base64'))
}

function parseHead(line: string): SignedHead | undefined {
  try {
    return signedHead.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

/** The heads in `file`, oldest first; undefined in place of a line that is none. */
export async function readHeads(file: string): Promise<(SignedHead | undefined)[]> {
  if (!existsSync(file)) return []
  return linesOf(await readFile(file, 'utf8')).map(parseHead)
}

/** Holds several heads: a line has about 220 bytes. */
const tailBytes = 4_096

/** The newest head that was signed; undefined before the first. Reads only the file's end. */
export async function lastHead(): Promise<SignedHead | undefined> {
  if (!existsSync(env().headsFile)) return
  const handle = await open(env().headsFile, 'r')
  try {
    const { size } = await handle.stat()
    const end = Buffer.alloc(Math.min(size, tailBytes))
    await handle.read(end, 0, end.length, size - end.length)
    return linesOf(end.toString())
      .map(parseHead)
      .findLast((head) => head !== undefined)
  } finally {
    await handle.close()
  }
}

/** Adds one line that is on disk when the promise resolves. */
async function append(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a+', 0o600)
  try {
    const { size } = await handle.stat()
    const end = Buffer.alloc(1)
    if (size > 0) await handle.read(end, 0, 1, size - 1)
    // What a loss of power left half written must not swallow the line after it.
    await handle.appendFile(size > 0 && end.toString() !== '\n' ? `\n${line}\n` : `${line}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Signs where the trail ends now, unless that was signed before. Keep copies of the file elsewhere. */
export async function signHead(): Promise<void> {
  const tail = await findChainTail()
  if (!tail || tail.hash === (await lastHead())?.hash) return
  const head = { ...tail, at: Date.now() }
  const signature = sign(null, Buffer.from(headText(head)), keys().sign).toString('base64')
  await append(env().headsFile, JSON.stringify({ ...head, signature }))
}
