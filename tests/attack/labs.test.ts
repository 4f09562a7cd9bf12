import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RunResult, SqlJob, SqlResult } from '#app/labs/domain/run.ts'
import { gradeSqlSubmission, publicTables, runSqlSample } from '#app/labs/grade-sql.server.ts'
import { probeSql } from '#app/labs/runners/probes.server.ts'
import { startRuntimes } from '#app/labs/runners/registry.server.ts'
import { createSqlRunner, type SqlOutputs, type SqlRunner } from '#app/labs/runners/sql.server.ts'
import { buildSqlChild } from '#tests/attack/sandbox.ts'
import { tallyFiles, tallyLab, tallyTexts } from '#tests/attack/tally-lab.ts'

let sandbox: SqlRunner
const pids: number[] = []
beforeAll(async () => {
  sandbox = createSqlRunner({ entry: await buildSqlChild(), onStart: (pid) => pids.push(pid) })
})

const bounds = { wallMs: 5_000, memoryMb: 64, outputKb: 256 }
const runJobs = (jobs: SqlJob[], limits = {}): Promise<RunResult> =>
  sandbox.run({ runtime: 'sql', files: {}, inputs: { jobs }, limits: { ...bounds, ...limits } })
const resultsOf = (result: RunResult): SqlResult[] => (result.outputs as SqlOutputs).results
const tables = {
  schema: ['CREATE TABLE t (a INTEGER, b)'],
  tables: [
    {
      name: 't',
      columns: ['a', 'b'],
      rows: [
        [1, 'x'],
        [2, null],
      ],
    },
  ],
}
const counting = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n'

test('every start-up probe passes on this machine', async () => {
  const reports = await probeSql(sandbox.run)
  expect(reports.length).toBeGreaterThan(20)
  expect(reports.filter((r) => !r.passed)).toEqual([])
})

describe('what a query may do', () => {
  test.each([
    ['read', 'SELECT a FROM t', [[1], [2]]],
    ['use values', "VALUES (1, 'x')", [[1, 'x']]],
    ['read the schema, which is only its own', 'SELECT name FROM sqlite_master', [['t']]],
    ['ask for columns', "SELECT name FROM pragma_table_info('t')", [['a'], ['b']]],
    ['end with a semicolon and a comment', '-- why\nSELECT 1; /* done */ -- end', [[1]]],
    ['read JSON', `SELECT value FROM json_each('[3]')`, [[3]]],
    ['recurse to an end', `${counting} LIMIT 3) SELECT max(i) FROM n`, [[3]]],
    [
      'give numbers too big for JavaScript',
      'SELECT 9007199254740993',
      [[{ number: '9007199254740993' }]],
    ],
    [
      'give infinities and blobs',
      "SELECT 1e999, x'00FF'",
      [[{ number: 'Infinity' }, { blob: '00ff' }]],
    ],
  ])('%s', async (_name, query, rows) => {
    const result = await runJobs([{ tables, query }])
    expect(resultsOf(result)[0]?.table?.rows).toEqual(rows)
    expect(result.verdict).toBe('OK')
  })
})

test('what a query may not do is refused, each for its own reason', async () => {
  const attempts: [string, string][] = [
    ['', 'empty'],
    ['-- nothing', 'empty'],
    [`SELECT 1 -- ${'x'.repeat(20_000)}`, 'too-long'],
    ['DROP TABLE t', 'not-a-query'],
    ['SELECT 1; DROP TABLE t', 'several-statements'],
    ['SELECT 1;;SELECT 2', 'several-statements'],
    ['/* SELECT */ DELETE FROM t', 'not-a-query'],
    ['SELECT 1 /* ; */ ; /* hidden */ DROP TABLE t', 'several-statements'],
    ['SELECT 1\0; DROP TABLE t', 'not-a-query'],
    ['EXPLAIN SELECT 1', 'not-a-query'],
    ['EXPLAIN QUERY PLAN SELECT 1', 'not-a-query'],
    ['PRAGMA table_info(t)', 'not-a-query'],
    ['PRAGMA writable_schema = 1', 'not-a-query'],
    ["ATTACH 'file:/etc/passwd?mode=ro' AS x", 'not-a-query'],
    ['WITH x AS (SELECT 1) DELETE FROM t', 'refused'],
    ['WITH x AS (SELECT 1) UPDATE t SET a = 2', 'refused'],
    ['SELECT * FROM pragma_compile_options', 'refused'],
    ['SELECT * FROM sqlite_stmt', 'refused'],
    ['SELECT * FROM hidden', 'sql'],
    ['SELECT * FROM expected', 'sql'],
    ['SELECT civic_random(1)', 'sql'],
    ["SELECT fts3_tokenizer('x')", 'sql'],
    ['SELECT zeroblob(2000000)', 'too-big'],
    [`SELECT ${'abs('.repeat(300)}1${')'.repeat(300)}`, 'sql'],
    [`SELECT ${Array(400).fill('1').join(' UNION ALL SELECT ')}`, 'sql'],
  ]
  for (let i = 0; i < attempts.length; i += 20) {
    const part = attempts.slice(i, i + 20)
    const result = await runJobs(part.map(([query]) => ({ tables, query })))
    const seen = resultsOf(result).map((r, n) => [part[n]?.[0], r.error?.kind])
    expect(seen).toEqual(part)
  }
})

test('a script and a query never share a job, so civic_random is out of reach', async () => {
  const result = await runJobs([{ script: 'SELECT 1', seed: 1, query: 'SELECT civic_random(1)' }])
  expect(resultsOf(result)[0]?.error?.kind).toBe('refused')
})

test('a dump loads back as it was: types, large numbers, blobs, views, generated columns', async () => {
  const script = `CREATE TABLE "odd ""name" (id INTEGER PRIMARY KEY, big INTEGER, b BLOB, r REAL, twice AS (id * 2));
    INSERT INTO "odd ""name" VALUES (3, 9223372036854775807, x'0a', 1.5), (1, NULL, NULL, 2.0);
    CREATE VIEW v AS SELECT twice FROM "odd ""name"; CREATE INDEX i ON "odd ""name" (big);`
  const [built] = resultsOf(await runJobs([{ script, seed: 1, dump: true }]))
  const loaded = resultsOf(
    await runJobs([
      { tables: built?.dump, dump: true },
      { tables: built?.dump, query: 'SELECT twice FROM v ORDER BY 1' },
      {
        tables: built?.dump,
        query: 'SELECT typeof(big), typeof(b), typeof(r) FROM "odd ""name" WHERE id = 3',
      },
    ]),
  )
  expect(loaded[0]?.dump).toEqual(built?.dump)
  expect(loaded[1]?.table?.rows).toEqual([[2], [6]])
  expect(loaded[2]?.table?.rows).toEqual([['integer', 'blob', 'real']])
})

describe('a run that does not end well', () => {
  test('is stopped at the wall clock, not much later', async () => {
    const started = Date.now()
    const result = await runJobs([{ query: `${counting}) SELECT count(*) FROM n` }], {
      wallMs: 800,
    })
    expect(result.verdict).toBe('TIMEOUT')
    expect(Date.now() - started).toBeLessThan(2_500)
    expect(result.cpuMs).toBeGreaterThan(100)
  })

  test.each([
    ['a sort', `${counting} LIMIT 1000000) SELECT i, randomblob(9000) r FROM n ORDER BY r`],
    [
      'one join too many',
      `${counting} LIMIT 100000) SELECT hex(randomblob(500)) h, count(*) FROM n GROUP BY h`,
    ],
  ])('%s is stopped by the memory limit', async (_name, query) => {
    const result = await runJobs([{ query }], { wallMs: 15_000 })
    expect(result.verdict).toBe('MEMORY')
    expect(result.peakMb).toBeLessThan(64 + 160)
  })

  test('too much output is OUTPUT, whether rows or bytes', async () => {
    const many = await runJobs([{ query: `${counting}) SELECT i FROM n` }])
    const wide = await runJobs([{ query: `${counting}) SELECT hex(zeroblob(90000)) FROM n` }])
    expect([many.verdict, wide.verdict]).toEqual(['OUTPUT', 'OUTPUT'])
  })

  test('killed from outside it is a CRASH, and the next run is none the worse', async () => {
    const running = runJobs([{ query: `${counting}) SELECT count(*) FROM n` }])
    setTimeout(() => process.kill(pids.at(-1) ?? 0, 'SIGKILL'), 300)
    expect((await running).verdict).toBe('CRASH')
    expect((await runJobs([{ query: 'SELECT 1' }])).verdict).toBe('OK')
  })

  test('no process is left of any run', () => {
    expect(pids.length).toBeGreaterThan(10)
    // A zombie would still have its folder in /proc.
    expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([])
  })
})

describe('grading a query lab', () => {
  const grade = (query: string, learner = 5) =>
    gradeSqlSubmission({
      lab: tallyLab,
      files: tallyTexts,
      seedFor: (i) => learner * 100 + i,
      query,
      run: sandbox.run,
    })

  test('the accepted query passes every case', async () => {
    const graded = await grade(tallyFiles['accepted.sql'])
    expect(graded).toMatchObject({ verdict: 'OK', passed: true })
    expect(graded.checks.map((c) => c.passed)).toEqual([true, true, true])
  })

  test('a hidden case that fails alone gives its hint', async () => {
    const { checks } = await grade(tallyFiles['wrong-star.sql'])
    expect(checks[0]?.passed).toBe(true)
    expect(checks[1]).toMatchObject({ passed: false, hint: tallyLab.cases[1]?.hint })
  })

  test('when the public case fails, only its hint is given, and it alone shows rows', async () => {
    const graded = await grade(tallyFiles['wrong-order.sql'])
    expect(graded.checks[0]?.publicRows?.expected.rows.length).toBe(3)
    expect(graded.checks[0]?.hint).toEqual(tallyLab.cases[0]?.hint)
    expect(graded.checks[2]).toEqual({
      caseId: 'secret-case',
      passed: false,
      difference: { missing: 0, extra: 0, wrongOrder: true, wrongColumns: null },
    })
    expect(JSON.stringify(graded)).not.toContain('CANARY')
  })

  test('an error that quotes a hidden value is not shown', async () => {
    const leak = "SELECT json_extract('{}', town) FROM service WHERE town LIKE 'CANARY%'"
    const graded = await grade(leak)
    expect(graded).toMatchObject({ verdict: 'ERROR', passed: false })
    expect(JSON.stringify(graded)).not.toContain('CANARY')
  })

  test('an error of the query itself is shown with plain words', async () => {
    const graded = await grade('SELECT twon FROM service')
    expect(graded.error?.message).toBe('no such column: twon')
    expect(graded.error?.plain?.en).toContain('twon')
  })

  test("hidden tables differ between learners and repeat for one; the public case is everyone's", async () => {
    const echo = "SELECT 'x' FROM service"
    const shown = async (learner: number) =>
      (await grade(echo, learner)).checks[0]?.publicRows?.expected
    expect(await shown(1)).toEqual(await shown(2))
    const asked: unknown[] = []
    const spying = async (learner: number) => {
      const from = asked.length
      await gradeSqlSubmission({
        lab: tallyLab,
        files: tallyTexts,
        seedFor: (i) => learner * 1_000 + i,
        query: echo,
        run: (request) => {
          asked.push(request.inputs)
          return sandbox.run(request)
        },
      })
      return asked.slice(from)
    }
    const [one, other, again] = [await spying(7), await spying(8), await spying(7)]
    const last = (list: unknown[]) => JSON.stringify(list.at(-1))
    expect(last(one)).toBe(last(again))
    expect(last(one)).not.toBe(last(other))
    // Data and expected rows are kept: the second time only the learner's own run is made.
    expect([one.length, again.length]).toEqual([3, 1])
    // The learner's run is given tables and the query: no seed, no script, no expected rows.
    const { jobs } = one.at(-1) as { jobs: SqlJob[] }
    expect(jobs.map((job) => Object.keys(job).sort())).toEqual(Array(3).fill(['query', 'tables']))
  })

  test("'Run' gives rows of the public case, the page its tables", async () => {
    const files = tallyTexts
    const sample = await runSqlSample({
      lab: tallyLab,
      files,
      query: `SELECT * FROM service, service AS again`,
      run: sandbox.run,
    })
    expect(sample).toMatchObject({ verdict: 'OK', more: true })
    expect(sample.table?.rows.length).toBe(200)
    const [shown] = await publicTables({ lab: tallyLab, files, run: sandbox.run })
    expect(shown).toMatchObject({ name: 'service', total: 20, columns: ['town', 'minutes'] })
  })
})

describe('starting runtimes', () => {
  test('a runtime is off until its probes have passed, then on', async () => {
    const runtimes = startRuntimes({ sql: sandbox.entry })
    expect(runtimes.state('sql').state).toBe('starting')
    expect(await runtimes.inTurn('li', 'sql', async () => 1)).toEqual({ ok: false, error: 'off' })
    await runtimes.settled
    expect(runtimes.state('sql').state).toBe('on')
    expect(await runtimes.inTurn('li', 'sql', async () => 1)).toEqual({ ok: true, value: 1 })
  })

  test('without its sandbox it stays off and says why; the others run', async () => {
    const runtimes = startRuntimes({ sql: '/nowhere/sql-child.js' })
    await runtimes.settled
    expect(runtimes.state('sql')).toMatchObject({ state: 'off' })
    expect(runtimes.state('sql').reason).toContain('/nowhere/sql-child.js')
    expect(runtimes.state('answers').state).toBe('on')
  })
})
