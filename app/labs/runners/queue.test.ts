import { expect, test } from 'vitest'
import { createQueue } from '#app/labs/runners/queue.server.ts'

/** Tasks that end when told to, and a log of the order in which they began. */
function bench(bounds: Parameters<typeof createQueue>[0]) {
  const queue = createQueue(bounds)
  const began: string[] = []
  const finish = new Map<string, () => void>()
  const submit = (owner: string, name: string) =>
    queue(owner, () => {
      began.push(name)
      return new Promise<string>((resolve) => finish.set(name, () => resolve(name)))
    })
  const end = async (name: string) => {
    finish.get(name)?.()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { submit, end, began }
}

test('one learner has one run in flight, two learners run side by side', async () => {
  const { submit, end, began } = bench({ atOnce: 2, waiting: 10, waitingEach: 5 })
  for (const name of ['li-1', 'li-2']) void submit('li', name)
  expect(began).toEqual(['li-1'])
  void submit('wang', 'wang-1')
  void submit('zhao', 'zhao-1')
  expect(began).toEqual(['li-1', 'wang-1'])
  await end('li-1')
  expect(began).toEqual(['li-1', 'wang-1', 'zhao-1'])
  await end('zhao-1')
  expect(began.at(-1)).toBe('li-2')
})

test('twenty submissions of one learner delay another by one run, and the rest hear busy', async () => {
  const { submit, end, began } = bench({ atOnce: 1, waiting: 100, waitingEach: 5 })
  const results = Array.from({ length: 20 }, (_, i) => submit('li', `li-${i}`))
  void submit('wang', 'wang-1')
  void submit('wang', 'wang-2')
  const last = await Promise.all(results.slice(6))
  expect(last).toEqual(Array(14).fill({ ok: false, error: 'busy' }))
  for (const name of ['li-0', 'wang-1', 'li-1']) await end(name)
  expect(began).toEqual(['li-0', 'wang-1', 'li-1', 'wang-2'])
})

test('a full queue says busy to everyone at once', async () => {
  const { submit } = bench({ atOnce: 1, waiting: 2, waitingEach: 5 })
  for (const owner of ['a', 'b', 'c']) void submit(owner, owner)
  expect(await submit('d', 'd')).toEqual({ ok: false, error: 'busy' })
})

test('a task that fails, even at once, frees its place and reaches its caller', async () => {
  const queue = createQueue({ atOnce: 1, waiting: 5, waitingEach: 5 })
  const broken = queue('a', () => {
    throw new Error('broken')
  })
  await expect(broken).rejects.toThrow('broken')
  expect(await queue('a', async () => 1)).toEqual({ ok: true, value: 1 })
})
