import { Writable } from 'node:stream'
import { beforeEach, expect, it, vi } from 'vitest'
import { log } from './log.server.ts'

/** What the log wrote: the real one, with its own settings, and this in place of standard error. */
const written = vi.hoisted(() => {
  // Whoever runs the tests may have silenced the log.
  process.env.LOG_LEVEL = 'info'
  return { text: '' }
})

vi.mock('pino', async (importOriginal) => {
  const real = await importOriginal<typeof import('pino')>()
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.text += chunk
      done()
    },
  })
  const make = (options: object) => real.pino(options, stream)
  return { ...real, pino: Object.assign(make, real.pino) }
})

beforeEach(() => {
  written.text = ''
})

const personal = /周砚秋|zhouyanqiu|@county\.example|boats/

/** What a driver makes of a row that it refuses: it quotes the row. */
function quoting(): Error {
  const error = new Error('duplicate key: 周砚秋, zhouyanqiu@county.example\n(paper boats)')
  return Object.assign(error, { code: '23505', detail: 'Key (email)=(zhouyanqiu@county.example)' })
}

it.each(['error', 'warn', 'fatal'] as const)(
  'tells of an error the class, code and stack, and never what it quotes, as %s',
  (level) => {
    log[level]({ requestId: 'r-1', error: quoting() }, 'request failed')
    const line = JSON.parse(written.text)
    expect(written.text).not.toMatch(personal)
    expect(line).toMatchObject({ requestId: 'r-1', msg: 'request failed' })
    expect(line.error).toEqual({ type: 'Error', code: '23505', stack: expect.any(Array) })
    expect(line.error.stack[0]).toMatch(/^at .*log\.test\.ts/)
  },
)

it('tells of what caused an error no more than of the error', () => {
  log.error({ error: new TypeError('周砚秋', { cause: quoting() }) }, 'task failed')
  expect(written.text).not.toMatch(personal)
  expect(JSON.parse(written.text).error.type).toBe('TypeError')
})

it.each([['周砚秋'], [{ email: 'zhouyanqiu@county.example' }], [undefined]])(
  'tells of something thrown that is no error only what kind of thing it is: %j',
  (thrown) => {
    log.error({ error: thrown }, 'task failed')
    expect(written.text).not.toMatch(personal)
    expect(JSON.parse(written.text).msg).toBe('task failed')
  },
)
