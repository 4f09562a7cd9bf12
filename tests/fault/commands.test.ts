import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
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
    // No server has run since: the command signed what it added.
    const trail = JSON.parse((await civic(['audit', 'verify', '--json'], settings)).out)
    expect(trail).toMatchObject({ ok: true, signedUpTo: trail.rows })
    const server = await startServer(data.folder)
    expect(server.said()).not.toContain('user create')
    const answer = await ownForm(server.port, '/sign-in', { login: 'A1', password })
    expect(answer.status).toBe(302)
    await server.stop()
  })

  it('waits for a password that is typed, and takes none that nobody could type', async () => {
    const next = ['--name', '示例乙', '--login', 'A2', '--department', '示例县数据局']
    const create = ['user', 'create', ...next, '--role', 'auditor', '--password-stdin']
    const typed = await civic(create, settings, pause(1_500, `${password}\n`))
    expect([typed.code, typed.err]).toEqual([0, ''])
    const lines = await civic(create, settings, `${password}\nand another line`)
    expect([lines.code, lines.err]).toEqual([2, expect.stringContaining('one line')])
  })

  it('takes a roster whole or not at all, and the same one twice', async () => {
    const file = join(data.folder, 'roster.csv')
    writeFileSync(
      file,
      '\ufeff姓名,工号,部门,人员类别,职务职级\n示例甲,B1,示例县数据局,公务员,一级科员\n',
    )
    const args = ['roster', 'import', file, '--json']
    const dry = await civic([...args, '--dry-run'], settings)
    expect(JSON.parse(dry.out)).toMatchObject({ imported: false, added: 1, problems: [] })
    const first = await civic(args, settings)
    expect(first.code).toBe(0)
    expect(JSON.parse(first.out)).toMatchObject({ imported: true, added: 1 })
    const again = await civic(args, settings)
    expect(JSON.parse(again.out)).toMatchObject({ added: 0, unchanged: 1 })
  })

  it('puts another name under a staff number only when told to', async () => {
    const file = join(data.folder, 'renamed.csv')
    const row = (name: string) => `${name},B1,示例县数据局,公务员,一级科员\n`
    writeFileSync(file, `姓名,工号,部门,人员类别,职务职级\n${row('示例丙')}`)
    const args = ['roster', 'import', file]
    const refused = await civic(args, settings)
    expect(refused.code).toBe(1)
    expect(refused.out).toContain('line 2, B1: “示例甲” becomes “示例丙”')
    expect(refused.out).toContain('Nothing was changed')
    const told = await civic([...args, '--rename', '--json'], settings)
    expect(told.code).toBe(0)
    expect(JSON.parse(told.out)).toMatchObject({ imported: true, changed: 1 })
    writeFileSync(file, `姓名,工号,部门,人员类别,职务职级\n${row('示例甲')}`)
    expect((await civic([...args, '--rename'], settings)).code).toBe(0)
  })

  it('asks for the unit where there are several, and names them', async () => {
    const second = ['--name-zh', '示例市数据局', '--name-en', 'Second', '--tier', 'prefecture']
    await civic(['unit', 'create', ...second, '--region', '990100'], settings)
    const file = join(data.folder, 'roster.csv')
    const unsaid = await civic(['roster', 'import', file], settings)
    expect([unsaid.code, unsaid.out]).toEqual([2, ''])
    expect(unsaid.err).toMatch(/--unit [0-9a-f-]{36} {2}示例市数据局/)
    const said = await civic(['roster', 'import', file, '--unit', '示例县数据局'], settings)
    expect([said.code, said.out]).toEqual([0, 'Imported: 0 new, 0 changed, 1 unchanged.\n'])
  })

  it('names the row and the column of what is wrong, in words', async () => {
    const file = join(data.folder, 'wrong.csv')
    writeFileSync(file, '姓名,工号,部门,人员类别,职务职级\n示例乙,B2,没有的股,公务员,一级科员\n')
    const args = ['roster', 'import', file, '--unit', '示例县数据局']
    const { code, out } = await civic(args, settings)
    expect(code).toBe(1)
    expect(out).toContain('line 2, Department: unknown-department “没有的股”')
    writeFileSync(file, '')
    const empty = await civic(args, settings)
    expect([empty.code, empty.out]).toEqual([1, 'The file is empty. Choose another file\n'])
  })
})

describe('an answer as --json', () => {
  it.each([[['audit', 'verify']], [['routes']], [['migrate']], [['content', 'publish']]])(
    'is JSON and nothing else: %s',
    async (args) => {
      const { code, out, err } = await civic([...args, '--json'], settings)
      expect([code, err]).toEqual([0, ''])
      expect(() => JSON.parse(out)).not.toThrow()
    },
  )
})
