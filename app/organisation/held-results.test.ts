import { expect, it } from 'vitest'
import { heldResults } from './held-results.server.ts'

it('gives a result to whoever sent the form, as often as it is opened', () => {
  const held = heldResults<{ text: string }>({ minutes: 15, most: 1_000 })
  const [first, second] = ['one', 'two'].map((text) => held.hold('a', { text }))
  expect(first).not.toBe(second)
  expect(held.find('a', first ?? '')).toEqual({ text: 'one' })
  expect(held.find('a', first ?? '')).toEqual({ text: 'one' })
  expect(held.find('a', second ?? '')).toEqual({ text: 'two' })
  expect(held.find('b', first ?? '')).toBeUndefined()
  expect(held.find('a', null)).toBeUndefined()
})

it('forgets the oldest when there is no room, and each after its time', async () => {
  const held = heldResults<{ text: string }>({ minutes: 1 / 600, most: 100 })
  const long = { text: 'x'.repeat(60) }
  const [first, second] = [held.hold('a', long), held.hold('b', long)]
  expect(held.find('a', first)).toBeUndefined()
  expect(held.find('b', second)).toEqual(long)
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(held.find('b', second)).toBeUndefined()
})
