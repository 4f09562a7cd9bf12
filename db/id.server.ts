import { randomBytes } from 'node:crypto'

/** A UUIDv7 (RFC 9562, 5.7) as text: sorts by the millisecond `at`. */
export function newId(at: number = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The least and the greatest id made at `at`: what was written then is a range of the key. */
export function idsMadeAt(at: number): [least: string, greatest: string] {
  const hex = at.toString(16).padStart(12, '0')
  const begin = `${hex.slice(0, 8)}-${hex.slice(8)}`
  return [`${begin}-0000-0000-000000000000`, `${begin}-ffff-ffff-ffffffffffff`]
}
