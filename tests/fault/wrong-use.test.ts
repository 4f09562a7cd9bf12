import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder, freshFolder } from '#tests/prepared.ts'
import { civic, settingsFor } from '#tests/server.ts'

const data = freshFolder()
const files = emptyFolder()
const settings = settingsFor(data.folder)
const there = (name: string) => join(files.folder, name)
const folder = there('folder')
const lesson = 'content/courses/open-data-sql/modules/01-read-a-catalogue/lesson.zh-CN.mdx'

beforeAll(() => {
  mkdirSync(folder)
  spawnSync('mkfifo', [there('pipe')])
  writeFileSync(there('empty.jsonl'), '')
  writeFileSync(there('good.mdx'), readFileSync(lesson))
  writeFileSync(there('binary.mdx'), Buffer.from([0x4d, 0x5a, 0xff, 0xfe, 0x00, 0x9c, 0xc3]))
  writeFileSync(there('huge.mdx'), '文字 word\n'.repeat(900_000))
})
afterAll(() => {
  data.forget()
  files.forget()
})

describe('a wrong setting or a wrong use', () => {
  const wrong: [string, string[], Record<string, string>, string][] = [
    ['an unknown command', ['fly'], {}, 'unknown command'],
    ['an unknown option', ['content', 'check', '--fast'], {}, "unknown option '--fast'"],
    ['a missing option', ['user', 'create'], {}, '--name'],
    ['a misspelt setting', ['migrate'], { CIVIC_TRUST_PROXI: '1' }, 'CIVIC_TRUST_PROXI: is no '],
    ['a port that is none', ['migrate'], { PORT: 'abc' }, 'PORT: is the port'],
    ['a port that is too large', ['migrate'], { PORT: '70000' }, 'from 1 to 65535'],
    ['a port nobody could find', ['migrate'], { PORT: '0' }, 'PORT: is the port'],
    [
      'an origin with a path',
      ['migrate'],
      { CIVIC_ORIGIN: 'https://a.example/x' },
      'CIVIC_ORIGIN: ',
    ],
    [
      'a production without an origin',
      ['migrate'],
      { CIVIC_ORIGIN: '' },
      'CIVIC_ORIGIN: is needed',
    ],
    ['a production without TLS', ['migrate'], { CIVIC_ORIGIN: 'http://a.example' }, 'https://'],
    ['a database that is none', ['migrate'], { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: is a'],
    ['a database without a host', ['migrate'], { DATABASE_URL: 'postgres://' }, 'DATABASE_URL: '],
    [
      'a database that does not answer',
      ['migrate'],
      { DATABASE_URL: 'postgres://civic@127.0.0.1:1/civic' },
      'DATABASE_URL: no PostgreSQL answers at 127.0.0.1:1',
    ],
    ['mail without a sender', ['migrate'], { SMTP_URL: 'smtp://localhost' }, 'MAIL_FROM: '],
    ['a mail server that is none', ['migrate'], { SMTP_URL: 'localhost' }, 'SMTP_URL: '],
    ['a mail server without a host', ['migrate'], { SMTP_URL: 'smtp://' }, 'SMTP_URL: '],
    ['a mail server at no port', ['migrate'], { SMTP_URL: 'smtp://h:99999' }, 'SMTP_URL: '],
    ['a negative count', ['migrate'], { CIVIC_TRUST_PROXY: '-1' }, 'CIVIC_TRUST_PROXY: '],
    ['hours that are none', ['migrate'], { CIVIC_SESSION_HOURS: 'x' }, 'a number from 0.2 to 168'],
    ['backups kept: none', ['migrate'], { CIVIC_BACKUPS_KEPT: '0' }, 'CIVIC_BACKUPS_KEPT: '],
    ['looks kept too short', ['migrate'], { CIVIC_LOOKS_MONTHS: '3' }, 'a number from 6 to 600'],
    ['half a month', ['migrate'], { CIVIC_ANSWERS_MONTHS: '1.5' }, 'is a whole number'],
    ['a log level that is none', ['migrate'], { LOG_LEVEL: 'loud' }, 'LOG_LEVEL: is one of'],
    ['data in a file', ['migrate'], { CIVIC_DATA: lesson }, `CIVIC_DATA: `],
    ['data where no folder can be', ['migrate'], { CIVIC_DATA: '/proc/none' }, 'CIVIC_DATA: /proc'],
    ['a roster that is not there', ['roster', 'import', 'none.csv'], {}, 'There is no file'],
    ['a roster that is a folder', ['roster', 'import', folder], {}, 'is a folder'],
    ['a backup that is not there', ['restore', there('none')], {}, 'There is no file'],
    ['a backup that is a folder', ['restore', folder], {}, 'is a folder'],
    ['a backup onto a folder', ['backup', folder], {}, 'is a folder: write the name'],
    ['a trail of nothing', ['audit', 'verify'], { CIVIC_DATA: there('no-data') }, 'holds no data'],
    ['a backup of nothing', ['backup', there('b')], { CIVIC_DATA: there('no-data') }, 'no data'],
    ['heads of nothing', ['audit', 'verify', '--head', there('empty.jsonl')], {}, 'is empty'],
    ['heads that are a folder', ['audit', 'verify', '--head', folder], {}, 'is a folder'],
  ]

  it.each(wrong)('ends with 2 and names what to mend: %s', async (_what, args, changed, said) => {
    const { code, out, err } = await civic(args, { ...settings, ...changed })
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
    expect(err).not.toMatch(/at \w+ \(/)
  })

  it('is no wrong use where a setting is only empty', async () => {
    const empty = { PORT: '', SMTP_URL: '', DATABASE_URL: '', CIVIC_TRUST_PROXY: '' }
    const { code, out } = await civic(['migrate', '--json'], { ...settings, ...empty })
    expect([code, JSON.parse(out)]).toEqual([0, { upToDate: true }])
  })
})

describe('data that cannot be used', () => {
  const broken = freshFolder()
  const at = settingsFor(broken.folder)
  afterAll(() => broken.forget())

  it('is said plainly where a migration does not fit, with the detail in the log', async () => {
    const database = new Sqlite(join(broken.folder, 'civic.sqlite'))
    database.exec('DELETE FROM __drizzle_migrations')
    database.close()
    const { code, out, err } = await civic(['serve'], at)
    expect([code, out]).toEqual([2, ''])
    const [logged = '', said = '', ...more] = err.trim().split('\n')
    expect(JSON.parse(logged)).toMatchObject({ msg: 'command failed' })
    expect(said).toMatch(
      /^The database could not be brought to this version: table .+ already exists/,
    )
    expect(more).toEqual([])
  })

  it('is replaced by a backup where it is damaged, as the message says', async () => {
    const backup = there('kept.tar.gz')
    expect((await civic(['backup', backup], settings)).code).toBe(0)
    writeFileSync(join(broken.folder, 'civic.sqlite'), 'not a database at all '.repeat(50))
    writeFileSync(join(broken.folder, 'keys.json'), readFileSync(join(data.folder, 'keys.json')))
    const { code, err } = await civic(['migrate'], at)
    expect([code, err]).toEqual([2, expect.stringContaining('restore FILE --yes')])
    expect((await civic(['restore', backup, '--yes'], at)).code).toBe(0)
  })

  it('is not blamed on the person where the keys are damaged', async () => {
    writeFileSync(join(broken.folder, 'keys.json'), '{')
    const { code, err } = await civic(['migrate'], at)
    expect([code, err]).toEqual([2, expect.stringContaining('keys.json is damaged')])
  })
})

describe('content check on files', () => {
  /** No database, no server, no setting that makes sense. */
  const nothing = { ...settings, PORT: 'abc', DATABASE_URL: 'mysql://x', CIVIC_DATA: '/proc/none' }
  const check = async (...names: string[]) => {
    const { code, out } = await civic(['content', 'check', '--json', ...names.map(there)], nothing)
    return { code, verdicts: JSON.parse(out) }
  }

  it('needs nothing but the files', async () => {
    const { code, verdicts } = await check('good.mdx')
    expect({ code, verdicts }).toEqual({
      code: 0,
      verdicts: [{ file: there('good.mdx'), ok: true, problems: [] }],
    })
  })

  it('finds what is wrong with any bytes, with code, line and column', async () => {
    const { code, verdicts } = await check('good.mdx', 'binary.mdx', 'huge.mdx')
    expect(code).toBe(1)
    const found = verdicts.map(({ ok, problems }: { ok: boolean; problems: object[] }) => [
      ok,
      problems[0],
    ])
    expect(found).toMatchObject([
      [true, undefined],
      [false, { code: 'ENCODING', line: 1, column: 3, severity: 'error' }],
      [false, { code: 'LIMIT', line: 1, column: 1, severity: 'error' }],
    ])
  })

  it('ends with 2 where one cannot be read, and says why in its place', async () => {
    const { code, verdicts } = await check('good.mdx', 'folder', 'pipe', 'none.mdx')
    expect(code).toBe(2)
    const said = verdicts.map((verdict: { problems: { message: string }[] }) => {
      return verdict.problems[0]?.message ?? 'fine'
    })
    expect(said).toEqual([
      'fine',
      expect.stringContaining('is a folder'),
      expect.stringContaining('is no ordinary file'),
      expect.stringContaining('There is no file'),
    ])
  })

  it('takes paths from wherever the operator stands', async () => {
    const { INIT_CWD: _, ...env } = process.env
    const options = { cwd: files.folder, env, encoding: 'utf8' } as const
    for (const program of [['app/cli/bootstrap.mjs', 'civic'], ['build/server/civic.js']]) {
      const [file = '', ...rest] = program
      const args = [resolve(file), ...rest, 'content', 'check', '--json', 'good.mdx']
      const { status, stdout } = spawnSync(process.execPath, args, options)
      expect([status, JSON.parse(stdout)[0].file], file).toEqual([0, there('good.mdx')])
    }
  })
})
