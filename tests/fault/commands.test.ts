import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ownForm } from '#tests/attack/raw-request.ts'
import { freshFolder } from '#tests/prepared.ts'
import { civic, settingsFor, startServer } from '#tests/server.ts'

const data = freshFolder()
const settings = settingsFor(data.folder)
const password = 'a password that is long enough'
afterAll(() => data.forget())

const unit = ['--name-zh', '示例县数据局', '--name-en', 'Shili Data Bureau', '--tier', 'county']
const person = ['--name', '示例姓名', '--login', 'A1', '--department', '示例县数据局']

describe('the first hour of a real installation', () => {
  it('says, as long as nobody can sign in, what to do', async () => {
    const server = await startServer(data.folder)
    expect(server.said()).toContain('user create')
    await server.stop()
  })

  it('begins with a unit in a region there is', async () => {
    const lost = await civic(['unit', 'create', ...unit, '--region', '000000'], settings)
    expect([lost.code, lost.err]).toEqual([2, expect.stringContaining('no region')])
    const made = await civic(['unit', 'create', ...unit, '--region', '990101', '--json'], settings)
    expect([made.code, made.err]).toEqual([0, ''])
    expect(JSON.parse(made.out).id).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('goes on with an administrator, who can sign in', async () => {
    const create = ['user', 'create', ...person, '--password-stdin']
    const wrong = await civic([...create, '--role', 'king'], settings, password)
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('no role')])
    const weak = await civic([...create, '--role', 'administrator'], settings, 'aaaaaaaa\n')
    expect(weak.code).toBe(2)
    const made = await civic([...create, '--role', 'administrator'], settings, `${password}\n`)
    expect([made.code, made.err]).toEqual([0, ''])
    const server = await startServer(data.folder)
    expect(server.said()).not.toContain('user create')
    const answer = await ownForm(server.port, '/sign-in', { login: 'A1', password })
    expect(answer.status).toBe(302)
    await server.stop()
  })

  it('takes a roster whole or not at all, and the same one twice', async () => {
    const file = join(data.folder, 'roster.csv')
    writeFileSync(
      file,
      '\ufeff姓名,工号,部门,人员类别,职务职级\n示例甲,B1,示例县数据局,公务员,一级科员\n',
    )
    const args = ['roster', 'import', file, '--unit', '示例县数据局', '--json']
    const dry = await civic([...args, '--dry-run'], settings)
    expect(JSON.parse(dry.out)).toMatchObject({ imported: false, added: 1, problems: [] })
    const first = await civic(args, settings)
    expect(first.code).toBe(0)
    expect(JSON.parse(first.out)).toMatchObject({ imported: true, added: 1 })
    const again = await civic(args, settings)
    expect(JSON.parse(again.out)).toMatchObject({ added: 0, unchanged: 1 })
  })
})

describe('a wrong use of the command line', () => {
  const wrong: [string, string[], Record<string, string>, string][] = [
    ['an unknown command', ['fly'], {}, 'unknown command'],
    ['a missing option', ['user', 'create'], {}, '--name'],
    ['a port that is none', ['migrate'], { PORT: 'abc' }, 'PORT: '],
    ['a port that is too large', ['migrate'], { PORT: '70000' }, 'PORT: is at most 65535'],
    [
      'an origin with a path',
      ['migrate'],
      { CIVIC_ORIGIN: 'https://a.example/x' },
      'CIVIC_ORIGIN: ',
    ],
    ['a production without an origin', ['migrate'], { CIVIC_ORIGIN: '' }, 'CIVIC_ORIGIN: '],
    ['a database that is none', ['migrate'], { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: '],
    ['mail without a sender', ['migrate'], { SMTP_URL: 'smtp://localhost' }, 'MAIL_FROM: '],
    ['a mail server that is none', ['migrate'], { SMTP_URL: 'localhost' }, 'SMTP_URL: '],
    ['a negative count', ['migrate'], { CIVIC_TRUST_PROXY: '-1' }, 'CIVIC_TRUST_PROXY: '],
    ['backups kept: none', ['migrate'], { CIVIC_BACKUPS_KEPT: '0' }, 'CIVIC_BACKUPS_KEPT: '],
    ['a log level that is none', ['migrate'], { LOG_LEVEL: 'loud' }, 'LOG_LEVEL: '],
  ]

  it.each(wrong)('ends with 2 and names what to mend: %s', async (_what, args, changed, said) => {
    const { code, out, err } = await civic(args, { ...settings, ...changed })
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
    expect(err).not.toMatch(/at \w+ \(/)
  })

  it('answers each --json with JSON and nothing else', async () => {
    for (const args of [['audit', 'verify'], ['routes']]) {
      const { code, out } = await civic([...args, '--json'], settings)
      expect(code).toBe(0)
      expect(() => JSON.parse(out)).not.toThrow()
    }
  })
})
