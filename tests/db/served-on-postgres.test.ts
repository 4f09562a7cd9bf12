import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditEvents } from '#db/audit/tables.server.ts'
import { closeDatabase, openDatabase, read } from '#db/client.server.ts'
import { count, engine, like } from '#db/dialect/index.ts'
import { people } from '#db/organisation/tables.server.ts'
import { allOf, ownForm, rawRequest } from '#tests/attack/raw-request.ts'
import { emptyFolder } from '#tests/prepared.ts'
import { civic, type RunningServer, settingsFor, startServer } from '#tests/server.ts'
import { ownDatabase } from '#tests/test-db.ts'

const lesson = '/courses/open-data-sql/01-read-a-catalogue'
const search =
  '/talent?search=1&place=below&purpose=%E5%BA%94%E6%80%A5%E4%B8%93%E7%8F%AD&must=data-sql&must-level=2'

/** The first check of a lesson's page that is answered by one choice: its form, with one chosen. */
function answerTo(html: string): Record<string, string> {
  const forms = html.match(/<form.*?<\/form>/gs) ?? []
  const form = forms.find((one) => one.includes('type="radio"')) ?? ''
  const fields = form.match(/<input [^>]*type="(hidden|radio)"[^>]*>/g) ?? []
  const pairs = fields.map((field) => {
    return [/name="([^"]*)"/.exec(field)?.[1] ?? '', /value="([^"]*)"/.exec(field)?.[1] ?? '']
  })
  return { ...Object.fromEntries(pairs), intent: 'answer' }
}

/** What a second seeding would add to. */
async function countSeeded(folder: string, url: string) {
  await openDatabase({ folder, url })
  const [persons] = await read().select({ count: count() }).from(people)
  const [events] = await read()
    .select({ count: count() })
    .from(auditEvents)
    .where(like(auditEvents.action, 'demonstration.%'))
  await closeDatabase()
  return { people: persons?.count, events: events?.count }
}

describe.runIf(engine === 'postgres')('the built server on an empty PostgreSQL database', () => {
  let data: ReturnType<typeof emptyFolder>
  let database: Awaited<ReturnType<typeof ownDatabase>>
  let server: RunningServer
  const settings = () => ({ DATABASE_URL: database.url, CIVIC_MODE: 'demonstration' })
  const accounts = () => readFileSync(join(data.folder, 'demo-accounts.txt'), 'utf8')

  async function signIn(login: string): Promise<string> {
    const password = new RegExp(`^${login} {2}(\\S+)`, 'm').exec(accounts())?.[1] ?? ''
    const answer = await ownForm(server.port, '/sign-in', { login, password })
    expect(answer.status).toBe(302)
    const set = allOf(answer, 'set-cookie').find((text) => text.startsWith('civic_session='))
    return set?.split(';')[0] ?? ''
  }
  const page = (path: string, Cookie: string) =>
    rawRequest(server.port, path, { headers: { Cookie, 'Sec-Fetch-Site': 'same-origin' } })

  beforeAll(async () => {
    data = emptyFolder()
    database = await ownDatabase()
    server = await startServer(data.folder, settings())
  }, 180_000)
  afterAll(async () => {
    if (server?.process.exitCode === null) await server.stop('SIGKILL')
    await database?.drop()
    data?.forget()
  })

  it('publishes, seeds the county and is ready', async () => {
    expect(await page('/readyz', '')).toMatchObject({ status: 200, body: 'ready' })
    expect(server.said()).toContain('Publishing content/ for the first time')
    expect(accounts().match(/^[A-Z]{2}\d{4}/gm)).toHaveLength(33)
    expect(await countSeeded(data.folder, database.url)).toMatchObject({ people: 33 })
  })

  it('shows a learner their next step, and keeps what they answer in a lesson', async () => {
    const cookie = await signIn('SL0014')
    const home = await page('/', cookie)
    expect(home).toMatchObject({ status: 200, body: expect.stringContaining(`href="${lesson}"`) })

    const newcomer = await signIn('SL0004')
    const before = await page(lesson, newcomer)
    expect(before.status).toBe(200)
    expect(before.body).not.toContain('class="feedback')
    const answered = await ownForm(server.port, lesson, answerTo(before.body), { Cookie: newcomer })
    expect([answered.status, answered.headers.location]).toEqual([
      302,
      expect.stringContaining(`${lesson}#check-`),
    ])
    expect((await page(lesson, newcomer)).body).toMatch(/class="feedback (right|wrong)"/)
  })

  it('lists people by what they can do, without their names, to the officer of the city', async () => {
    const { status, body } = await page(search, await signIn('CS0001'))
    expect(status).toBe(200)
    expect(body.match(/href="\/talent\/people\/[2-9A-HJ-NP-Z]{6}/g)?.length).toBeGreaterThan(4)
    const roster = readFileSync('content/demonstration/roster.csv', 'utf8').trim().split('\n')
    const names = roster.slice(1).map((line) => line.split(',')[0] ?? '')
    expect(names).toHaveLength(30)
    expect(names.filter((name) => body.includes(name))).toEqual([])
  })

  it('ends well on SIGTERM, with its trail whole and signed', async () => {
    expect(await server.stop()).toBe(0)
    const verify = ['audit', 'verify', '--json']
    const { code, out, err } = await civic(verify, settingsFor(data.folder, settings()))
    expect([code, err]).toEqual([0, ''])
    const trail = JSON.parse(out)
    expect(trail).toMatchObject({ ok: true, faults: [], signedUpTo: trail.rows })
  })

  it('finds nothing to do at its second start', async () => {
    const [before, listed] = [await countSeeded(data.folder, database.url), accounts()]
    server = await startServer(data.folder, settings())
    expect(server.said()).not.toContain('Publishing content/')
    expect([await countSeeded(data.folder, database.url), accounts()]).toEqual([before, listed])
    await signIn('SL0014')
    expect(await server.stop()).toBe(0)
  })

  it('makes no new keys where people are whose names only the lost ones open', async () => {
    const other = emptyFolder()
    const { code, err } = await civic(['audit', 'key'], settingsFor(other.folder, settings()))
    expect([code, err]).toEqual([2, expect.stringContaining('keys.json')])
    expect(existsSync(join(other.folder, 'keys.json'))).toBe(false)
    other.forget()
  })
})
