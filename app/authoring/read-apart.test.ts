import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hostileDocuments } from '#tests/attack/mdx/hostile.ts'
import { createReaders, type Readers } from './read-apart.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'check-worker-'))
const file = join(folder, 'check-worker.js')
let readers: Readers | undefined

/** A sound lesson near the limit of bytes. */
const large = `${`${'核对合计。'.repeat(20)}\n\n| 列 | 值 |\n| - | - |\n| **a** | \`b\` |\n\n`.repeat(380)}`
/** The parser takes quadratic time on it, and no count of characters is passed. */
const hostile = hostileDocuments['closing braces in a comment of many lines'] ?? ''
const late = { code: 'LIMIT', line: 1, column: 1, severity: 'error' }

function workerThat(name: string, body: string): string {
  const path = join(folder, `${name}.js`)
  writeFileSync(path, `process.on('message', () => { ${body} })`)
  return path
}

/** The processes that this one started and that still run. */
function children(): number[] {
  const text = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
  return text.trim().split(' ').filter(Boolean).map(Number)
}

beforeAll(async () => {
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  await build({
    entryPoints: ['app/authoring/check-worker.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
})
afterEach(() => readers?.close())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the built worker', () => {
  it('says what is wrong, by line and column, in the language of the page', async () => {
    readers = createReaders({ file })
    const { lesson, problems } = await readers.readerFor('a').lesson('---\ntitle: 课\n---\n\n{a.b}')
    expect(lesson).toBeUndefined()
    expect(problems).toMatchObject([{ code: 'EXPR', line: 5, column: 1 }])
    expect(problems[0]?.message).toMatch(/花括号/)
    expect(await readers.readerFor('a').quiz('a: b: c')).toMatchObject({
      problems: [{ code: 'YAML', line: 1, column: 4 }],
    })
  })

  it('leaves the server free while a hostile text is read, and is stopped by its CPU', async () => {
    readers = createReaders({ file })
    const server = createServer((_req, res) => res.end('ok')).listen(0)
    const { port } = server.address() as AddressInfo
    let isRead = false
    const reading = readers.readerFor('a').lesson(hostile)
    void reading.then(() => {
      isRead = true
    })
    for (let count = 0; count < 5; count += 1) {
      expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
    }
    expect(isRead).toBe(false)
    expect(await reading).toMatchObject({ problems: [late] })
    expect((await readers.readerFor('b').lesson('x')).lesson?.source).toBe('x')
    server.close()
  }, 60_000)

  it('refuses a file that takes too long, and says what can be seen without parsing', async () => {
    readers = createReaders({ file })
    const { ok, problems } = await readers.readFile(
      Buffer.from(`---\nlayout: x\n---\n\n${hostile}`),
    )
    expect(ok).toBe(false)
    expect(problems).toContainEqual(expect.objectContaining({ code: 'LIMIT', detail: 'time' }))
    expect(problems).toContainEqual(expect.objectContaining({ code: 'FRONTMATTER', line: 2 }))
    expect(await readers.readFile(Buffer.from('x'))).toEqual({ ok: true, problems: [] })
  }, 60_000)

  it('takes a large sound lesson however long the machine keeps it waiting', async () => {
    const before = children()
    readers = createReaders({ file })
    await readers.readerFor('a').lesson('x')
    const [worker = 0] = children().filter((pid) => !before.includes(pid))
    expect(worker).toBeGreaterThan(0)
    const reading = readers.readerFor('a').lesson(large)
    await pause(20)
    process.kill(worker, 'SIGSTOP')
    await pause(2_500)
    process.kill(worker, 'SIGCONT')
    expect((await reading).problems).toEqual([])
  }, 60_000)
})

describe('any worker', () => {
  it('is told from one that is only slow: what its wall clock ends is no fault of the text', async () => {
    const sleeping = workerThat('sleeping', 'setTimeout(() => {}, 60000)')
    readers = createReaders({ file: sleeping, timeLimitMs: 500 })
    const { problems } = await readers.readerFor('a').lesson('x')
    expect(problems).toMatchObject([{ code: 'BUSY' }])
  })

  it('is asked for no more than can wait, and by nobody for more than their share', async () => {
    const slow = workerThat('slow', 'setTimeout(() => process.send({ problems: [] }), 30)')
    readers = createReaders({ file: slow })
    const { readerFor } = readers
    const many = Array.from({ length: 30 }, (_, index) => readerFor('a').lesson(`text ${index}`))
    const other = readerFor('b').lesson('another’s')
    const readings = await Promise.all(many)
    const refused = readings.filter(({ problems }) => problems[0]?.code === 'BUSY')
    expect(refused.length).toBeGreaterThan(10)
    expect((await other).problems).toEqual([])
  })
})
