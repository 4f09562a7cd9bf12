import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawForm } from '#app/assessment/domain/draw-form.ts'

const aspects = ['joins', 'nulls', 'groups', 'dates']
const bank = Array.from({ length: 48 }, (_, i) => ({
  id: `item-${i}`,
  level: (i % 4) + 1,
  aspect: aspects[Math.floor(i / 4) % 4] ?? '',
}))
const anyBank = fc
  .array(
    fc.record({ level: fc.integer({ min: 1, max: 4 }), aspect: fc.constantFrom(...aspects) }),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((items) => items.map((item, i) => ({ ...item, id: `i${i}` })))
const anyLength = fc.integer({ min: 0, max: 30 })

function counts<T>(list: T[], key: (item: T) => string | number): Map<string | number, number> {
  const found = new Map<string | number, number>()
  for (const item of list) found.set(key(item), (found.get(key(item)) ?? 0) + 1)
  return found
}

test('a form has the length asked for, or the whole bank, and no item twice', () => {
  fc.assert(
    fc.property(anyBank, anyLength, fc.string(), (items, length, seed) => {
      const ids = drawForm(items, length, seed).map((item) => item.id)
      expect(ids.length).toBe(Math.min(length, items.length))
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

test('the seed alone decides, not the order of the bank', () => {
  fc.assert(
    fc.property(anyBank, anyLength, fc.string(), (items, length, seed) => {
      expect(drawForm([...items].reverse(), length, seed)).toEqual(drawForm(items, length, seed))
    }),
  )
})

test('levels differ by at most one item, unless the bank has no more of a level', () => {
  fc.assert(
    fc.property(anyBank, anyLength, fc.string(), (items, length, seed) => {
      const drawn = counts(drawForm(items, length, seed), (item) => item.level)
      const stock = counts(items, (item) => item.level)
      const most = Math.max(0, ...drawn.values())
      for (const [level, available] of stock) {
        const taken = drawn.get(level) ?? 0
        expect(taken >= most - 1 || taken === available).toBe(true)
      }
    }),
  )
})

test('a rich bank gives every aspect its share', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const drawn = counts(drawForm(bank, 16, seed), (item) => item.aspect)
      expect([...drawn.values()]).toEqual([4, 4, 4, 4])
    }),
  )
})

test('other seeds draw other forms, and every item is drawn by some seed', () => {
  const drawn = new Set<string>()
  const forms = new Set<string>()
  for (let i = 0; i < 60; i++) {
    const ids = drawForm(bank, 16, `seed-${i}`).map((item) => item.id)
    for (const id of ids) drawn.add(id)
    forms.add(ids.join())
  }
  expect(drawn.size).toBe(bank.length)
  expect(forms.size).toBe(60)
})

test('items never met come before those met, and those met longest ago before the others', () => {
  const first = drawForm(bank, 15, 'first').map((item) => item.id)
  const met = (shown: Map<string, number>) =>
    bank.map((item) => ({ ...item, shownAt: shown.get(item.id) }))
  const shown = new Map(first.map((id) => [id, 1_000]))
  const second = drawForm(met(shown), 15, 'second').map((item) => item.id)
  expect(second.filter((id) => first.includes(id))).toEqual([])
  for (const id of second) shown.set(id, 2_000)
  const third = drawForm(met(shown), 15, 'third').map((item) => item.id)
  for (const id of third) shown.set(id, 3_000)
  const fourth = drawForm(met(shown), 12, 'fourth').map((item) => item.id)
  const times = fourth.map((id) => shown.get(id) ?? 0)
  // Twelve of each level: after three forms few are left unmet, and the first form is the oldest.
  expect(Math.max(...times)).toBe(1_000)
})
