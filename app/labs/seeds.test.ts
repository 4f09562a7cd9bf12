import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { caseSeed, deviceDraftName, drawSeed } from '#app/labs/seeds.server.ts'

const secret = Buffer.alloc(32, 7)
const owner = { personId: 'p-1', versionId: 'v-1' }

test('a case seed is the top 31 bits of an HMAC under the seed key', () => {
  const mac = createHmac('sha256', secret).update('["case","p-1","v-1",2]').digest('hex')
  const expected = Number(BigInt(`0x${mac}`) >> 225n)
  expect(caseSeed(secret, owner, 2)).toBe(expected)
})

test('a case seed fits 31 bits and differs by key, person, version and case', () => {
  const seeds = [
    caseSeed(secret, owner, 1),
    caseSeed(secret, owner, 2),
    caseSeed(secret, { ...owner, personId: 'p-2' }, 1),
    caseSeed(secret, { ...owner, versionId: 'v-2' }, 1),
    caseSeed(Buffer.alloc(32, 8), owner, 1),
  ]
  expect(new Set(seeds).size).toBe(5)
  const many = Array.from({ length: 500 }, (_, i) => caseSeed(secret, owner, i))
  expect(many.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31)).toBe(true)
  expect(Math.max(...many)).toBeGreaterThan(2 ** 30)
})

test('parts cannot be shifted into each other', () => {
  const one = caseSeed(secret, { personId: 'a', versionId: 'bc' }, 1)
  expect(one).not.toBe(caseSeed(secret, { personId: 'ab', versionId: 'c' }, 1))
})

test('a draw has a seed of its own, and the same one every time', () => {
  expect(drawSeed(secret, owner, 1)).toBe(drawSeed(secret, owner, 1))
  expect(drawSeed(secret, owner, 1)).not.toBe(drawSeed(secret, owner, 2))
})

test('two people at one browser keep their drafts under two names', () => {
  const names = ['p-1', 'p-2'].map((id) => deviceDraftName(secret, id, 'c/l'))
  expect(names[0]).not.toBe(names[1])
  expect(names[0]).toMatch(/^lab-draft-[0-9a-f]{24}$/)
})
