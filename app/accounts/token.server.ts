import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { keys } from '#app/runtime.server.ts'

/** SHA-256, hex: what the database keeps of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** 256 random bits for a link or a recovery code. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
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
