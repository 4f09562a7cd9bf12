import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aWorkbook } from '#tests/workbook.ts'
import { rosterLimit } from './domain/roster.ts'
import { rosterHeadings } from './domain/roster-columns.ts'
import { createRosterReader, type RosterReader } from './read-roster-apart.server.ts'
import { tableToCsv, tableToWorkbook } from './write-roster-file.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'roster-worker-'))
const file = join(folder, 'roster-worker.js')
let reader: RosterReader | undefined

beforeAll(async () => {
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  await build({
    entryPoints: ['app/organisation/roster-worker.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
})
afterEach(() => reader?.close())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Reads, and says for how many ms at most nothing else could be done meanwhile. */
async function readWhileServing(bytes: Buffer) {
  reader ??= createRosterReader({ file })
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const reading = await reader.read(bytes, 'administrator')
  delay.disable()
  return { reading, held: delay.max / 1e6 }
}

const texts = (count: number, each: string) =>
  aWorkbook('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', `<sst>${each.repeat(count)}</sst>`)

describe('the built reader of rosters', () => {
  it.each([
    ['a CSV of quotation marks', () => Buffer.alloc(5_900_000, '"')],
    ['a workbook of 690,000 texts', () => texts(690_000, '<si><t>a</t></si>')],
    ['a workbook of 1.4 million parts of texts', () => texts(1_400_000, '<t>a</t>')],
  ])(
    'leaves the server free while it reads %s',
    async (_name, hostile) => {
      const { reading, held } = await readWhileServing(hostile())
      expect(reading.ok).toBe(false)
      // 200 ms on a machine that does nothing else.
      expect(held).toBeLessThan(1_000)
    },
    60_000,
  )

  it('takes the largest sound roster, from a workbook and from CSV, and names what is wrong', async () => {
    const headings = ['name', 'staffNumber', 'department', 'staffKind', 'grade'] as const
    const table = [
      headings.map((column) => rosterHeadings[column]['zh-CN']),
      ...Array.from({ length: rosterLimit }, (_, i) => [
        ...['示例姓名', `S${i}`, '综合办公室', '公务员', '一级科员'],
      ]),
    ]
    const notes = { name: '说明', table: [] }
    for (const bytes of [
      tableToCsv(table),
      await tableToWorkbook({ name: '花名册', table }, notes),
    ]) {
      const { reading } = await readWhileServing(bytes)
      expect(reading.ok && [reading.value.rows.length, reading.value.problems]).toEqual([
        rosterLimit,
        [],
      ])
    }
    const { reading } = await readWhileServing(Buffer.from('姓名,工号\n王明,1'))
    expect(reading).toMatchObject({ ok: false, error: { code: 'missing-columns' } })
  }, 60_000)

  it('says that it is busy where a file had no chance to be read', async () => {
    const sleeping = join(folder, 'sleeping.js')
    writeFileSync(sleeping, 'process.on("message", () => setTimeout(() => {}, 60000))')
    const slow = createRosterReader({ file: sleeping, timeLimitMs: 300 })
    expect(await slow.read(Buffer.from('x'), 'a')).toEqual({ ok: false, error: { code: 'busy' } })
    slow.close()
  })
})
