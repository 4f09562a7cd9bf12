import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { keys } from '#app/runtime.server.ts'

/** SHA-256, hex: what the database keeps of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** No 0, 1, i, l, o: links are typed from paper. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz'
const groups = 5
const inGroup = 5

/** 32 random bytes as a link has them: 25 letters (124 bits), in groups. */
export function linkToken(bytes: Buffer = randomBytes(32)): string {
  let rest = BigInt(`0x${bytes.toString('hex')}`)
  const pick = () => {
    const letter = letters[Number(rest % BigInt(letters.length))]
    rest /= BigInt(letters.length)
    return letter
  }
  const group = () => Array.from({ length: inGroup }, pick).join('')
  return Array.from({ length: groups }, group).join('-')
}

/** What the database keeps of a link's token: the same in any case, and with or without hyphens. */
export function linkHash(token: string): string {
  return tokenHash(token.toLowerCase().replace(/[^0-9a-z]/g, ''))
}

function mac(purpose: string, text: string): Buffer {
  return createHmac('sha256', keys().seal).update(`${purpose}\n${text}`).digest()
}

/** `value` with an expiry (UTC ms) and a keyed hash, for a cookie that only this server can make. */
export function signValue(purpose: string, value: string, expiresAt: number): string {
  const text = `${Buffer.from(value).toString('base64url')}.${expiresAt}`
  return `${text}.${mac(purpose, text).toString('base64url')}`
}

/** The value of a signed text, unless it was changed, is for another purpose, or has expired. */
export function readSigned(purpose: string, signed: string | undefined): string | undefined {
  const [value, expiresAt, given] = (signed ?? '').split('.')
  if (!value || !expiresAt || !given) return
  const right = mac(purpose, `${value}.${expiresAt}`)
  const theirs = Buffer.from(given, 'base64url')
  if (theirs.length !== right.length || !timingSafeEqual(theirs, right)) return
  if (Number(expiresAt) < Date.now()) return
  return Buffer.from(value, 'base64url').toString()
}
