import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hash32, seededRandom, seededShuffle } from '#app/shared/domain/seeded.ts'

test('a shuffle keeps every item once and depends on the seed alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
      const shuffled = seededShuffle(list, seed)
      expect([...shuffled].sort()).toEqual([...list].sort())
      expect(seededShuffle(list, seed)).toEqual(shuffled)
    }),
  )
})

test('neighbouring seeds give unlike orders, each order about equally often', () => {
  const counts = new Map<string, number>()
  for (let i = 0; i < 6_000; i++) {
    const order = seededShuffle(['a', 'b', 'c'], `seed-${i}`).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150)
})

test('hashes stay the same between releases, since stored seeds are read again', () => {
  expect([hash32(''), hash32('civic'), hash32('政务')]).toMatchInlineSnapshot(`
    [
      2872998923,
      1965547138,
      482655171,
    ]
  `)
  expect(seededRandom('civic')()).toMatchInlineSnapshot(`0.10361529653891921`)
})
