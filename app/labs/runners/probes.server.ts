import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Limits } from '#app/labs/domain/manifest.ts'
import type { Runner, SqlErrorKind, SqlJob, Verdict } from '#app/labs/domain/run.ts'
import type { SqlOutputs } from '#app/labs/runners/sql.server.ts'

/** One attempt to get out of a sandbox or to exhaust it; `seen` is what happened. */
export type ProbeReport = { probe: string; passed: boolean; seen: string }

const limits: Limits = { wallMs: 5_000, memoryMb: 64, outputKb: 256 }
const counting = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n'

const tables = {
  schema: ['CREATE TABLE t (a)'],
  tables: [{ name: 't', columns: ['a'], rows: [[1]] }],
}

/** Queries that must be refused, and how. */
const refused: [string, SqlErrorKind][] = [
  ["ATTACH DATABASE 'file:/etc/passwd' AS outside", 'not-a-query'],
  ["SELECT 1; ATTACH DATABASE '/etc/passwd' AS outside", 'several-statements'],
  ["SELECT load_extension('/lib/libc.so.6')", 'sql'],
  ["SELECT readfile('/etc/passwd')", 'sql'],
  ["SELECT writefile('/tmp/escaped', 'x')", 'sql'],
  ["VACUUM INTO '/tmp/escaped'", 'not-a-query'],
  ['WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x', 'refused'],
  ['PRAGMA query_only = OFF', 'not-a-query'],
  ["SELECT * FROM pragma_journal_mode('main')", 'refused'],
  ['SELECT * FROM sqlite_dbpage', 'refused'],
  ['SELECT civic_random(1)', 'sql'],
  ['SELECT randomblob(900000000)', 'too-big'],
  ["SELECT printf('%900000000d', 1)", 'too-big'],
  [`SELECT ${'('.repeat(5_000)}1${')'.repeat(5_000)}`, 'sql'],
]

/** Queries that must end a run, and with which verdict. */
const exhausting: [string, Verdict, string, Partial<Limits>][] = [
  ['endless recursion', 'TIMEOUT', `${counting}) SELECT count(*) FROM n`, { wallMs: 1_000 }],
  [
    'memory',
    'MEMORY',
    `${counting} LIMIT 1000000) SELECT i, randomblob(9000) AS r FROM n ORDER BY r`,
    { wallMs: 10_000 },
  ],
  ['output', 'OUTPUT', `${counting}) SELECT i FROM n`, {}],
  ['wide output', 'OUTPUT', `${counting}) SELECT hex(zeroblob(90000)) FROM n`, {}],
]

async function listening<T>(use: (port: number, reached: () => number) => Promise<T>): Promise<T> {
  let connections = 0
  const server = createServer((socket) => {
    connections++
    socket.destroy()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  try {
    return await use((server.address() as AddressInfo).port, () => connections)
  } finally {
    server.close()
  }
}

const ask = (run: Runner, inputs: { jobs: SqlJob[]; attempts?: object }, more = {}) =>
  run({ runtime: 'sql', files: {}, inputs, limits: { ...limits, ...more } })

async function probeFence(run: Runner): Promise<ProbeReport[]> {
  return listening(async (port, reached) => {
    const writable = join(tmpdir(), `civic-escape-${process.pid}-${Date.now()}`)
    const attempts = { readable: '/etc/passwd', writable, port }
    const { verdict, outputs } = await ask(run, { jobs: [], attempts })
    const { escapes } = outputs as SqlOutputs
    if (!escapes) return [{ probe: 'fence', passed: false, seen: verdict }]
    const { environment, ...ways } = escapes
    const reports = Object.entries(ways).map(([way, seen]) => ({
      probe: `process: ${way}`,
      passed: seen !== 'OPEN',
      seen,
    }))
    const names = environment.join(', ')
    return [
      ...reports,
      { probe: 'process: environment', passed: names === '', seen: names || 'empty' },
      { probe: 'outside: file', passed: !existsSync(writable), seen: writable },
      { probe: 'outside: port', passed: reached() === 0, seen: `${reached()} connections` },
    ]
  })
}

async function probeQueries(run: Runner): Promise<ProbeReport[]> {
  const jobs = refused.map(([query]) => ({ tables, query }))
  const works: SqlJob[] = [
    { script: 'CREATE TABLE t (a); INSERT INTO t VALUES (civic_random(1))', seed: 1, dump: true },
    { tables, query: 'SELECT a FROM t' },
  ]
  const { verdict, outputs } = await ask(run, { jobs: [...jobs, ...works] })
  const { results } = outputs as SqlOutputs
  const reports = refused.map(([query, kind], i) => {
    const seen = results[i]?.error?.kind ?? verdict
    return { probe: query.slice(0, 60), passed: seen === kind, seen }
  })
  const answers = results.slice(refused.length)
  const passed = answers.length === 2 && answers.every((r) => r.verdict === 'OK')
  return [...reports, { probe: 'ordinary work', passed, seen: answers[1]?.verdict ?? verdict }]
}

async function probeLimit(
  run: Runner,
  [probe, expected, query, more]: (typeof exhausting)[number],
): Promise<ProbeReport[]> {
  const { verdict } = await ask(run, { jobs: [{ query }] }, more)
  return [{ probe, passed: verdict === expected, seen: verdict }]
}

/**
 * Tries to break out of the SQL sandbox and to exhaust it, in processes side by side. Takes one to
 * two seconds; a machine on which a probe fails must not run learners' queries.
 */
export async function probeSql(run: Runner): Promise<ProbeReport[]> {
  const limits = exhausting.map((each) => probeLimit(run, each))
  return (await Promise.all([probeQueries(run), probeFence(run), ...limits])).flat()
}
