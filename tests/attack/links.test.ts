import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '#tests/factories.ts'
import { openMailbox } from '#tests/mailbox.ts'
import { freshFolder } from '#tests/prepared.ts'
import { type RunningServer, startServer } from '#tests/server.ts'
import { canSignIn, closeWorld, openWorld } from '#tests/world.ts'
import { allOf, ownForm, rawRequest } from './raw-request.ts'

const data = freshFolder()
const password = 'a password that is long enough'
const mailbox = await openMailbox()
let server: RunningServer

beforeAll(async () => {
  await openWorld(data.folder)
  const email = 'sample@example.invalid'
  await canSignIn(await aPerson(), { name: '示例', staffNumber: 'L1', email }, password)
  await canSignIn(await aPerson(), { name: '示例', staffNumber: 'L2' }, password)
  await closeWorld()
  const mail = { SMTP_URL: mailbox.url, MAIL_FROM: 'civic@example.invalid' }
  server = await startServer(data.folder, { ...mail, LOG_LEVEL: 'info' })
})
afterAll(async () => {
  await server.stop()
  mailbox.close()
  data.forget()
})

const sameOrigin = { 'Sec-Fetch-Site': 'same-origin' }
/** As a browser sends it from a page with no-referrer. */
const fromSecretPage = { ...sameOrigin, Origin: 'null' }
const inEnglish = { 'Accept-Language': 'en' }

async function ask(login: string) {
  const begun = performance.now()
  const answer = await ownForm(
    server.port,
    '/forgotten',
    { login },
    { ...sameOrigin, ...inEnglish },
  )
  const page = answer.body.replace(/value="[^"]*"/g, '')
  return { status: answer.status, page, ms: performance.now() - begun }
}

/** Everything the data folder holds, as text. */
function onDisk(): string {
  return readdirSync(data.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
}

describe('a forgotten password', () => {
  it('is answered alike, in the same time, whoever asks for whom', async () => {
    const release = mailbox.hold()
    const [mailed, unmailed, nobody] = [await ask('L1'), await ask('L2'), await ask('nobody')]
    expect(mailbox.mails, 'nobody waits for the mail server').toEqual([])
    release()
    expect(mailed.status).toBe(200)
    expect([unmailed.page, nobody.page]).toEqual([mailed.page, mailed.page])
    for (const { ms } of [mailed, unmailed, nobody]) {
      expect(ms).toBeGreaterThan(590)
    }
    await mailbox.hasReceived(1)
    expect(mailbox.mails).toHaveLength(1)
  })

  it('sends one mail in five minutes, whoever presses the button', async () => {
    await ask('L1')
    await ask('sample@example.invalid')
    expect(mailbox.mails).toHaveLength(1)
  })
})

describe('a link', () => {
  const linkIn = () => /\/reset\/[a-z2-9-]{29}/.exec(mailbox.mails[0] ?? '')?.[0] ?? 'none'

  it('is told to no other site and kept in no cache, and looking does not use it up', async () => {
    for (let i = 0; i < 2; i++) {
      const page = await rawRequest(server.port, linkIn())
      expect(page.status).toBe(200)
      expect(page.headers['referrer-policy']).toBe('no-referrer')
      expect(page.headers['cache-control']).toContain('no-store')
    }
  })

  it('may be typed from paper: in capitals, without hyphens', async () => {
    const typed = linkIn().replaceAll('-', '').slice('/reset/'.length).toUpperCase()
    expect((await rawRequest(server.port, `/reset/${typed}`)).status).toBe(200)
  })

  it('is of no use as an invitation', async () => {
    const other = linkIn().replace('/reset/', '/invitation/')
    expect((await rawRequest(server.port, other)).status).toBe(410)
    const form = { password: 'four other words here', repeat: 'four other words here' }
    expect((await ownForm(server.port, other, form, fromSecretPage)).status).toBe(410)
  })

  it('sets a password once, from its own page alone, and lets in whom a stranger had locked out', async () => {
    const enter = async (given: string, headers = {}) =>
      (await ownForm(server.port, '/sign-in', { login: 'L1', password: given }, headers)).status
    for (let n = 0; n < 10; n++) expect(await enter('a guess of a stranger')).toBe(422)
    expect(await enter(password)).toBe(429)
    const form = { password: 'four other words here', repeat: 'four other words here' }
    const foreign = { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' }
    expect((await ownForm(server.port, linkIn(), form, foreign)).status).toBe(403)
    const done = await ownForm(server.port, linkIn(), form, fromSecretPage)
    expect([done.status, done.headers.location]).toEqual([302, '/sign-in?done=password-set'])
    const again = await ownForm(server.port, linkIn(), form, fromSecretPage)
    expect(again.status).toBe(410)
    expect(await enter(form.password), 'the stranger still waits').toBe(429)
    const [mark = ''] = allOf(done, 'set-cookie').map((cookie) => cookie.split(';')[0])
    expect(await enter(form.password, { Cookie: mark })).toBe(302)
  })

  it('is neither in the log nor on the disk', () => {
    const token = linkIn().slice('/reset/'.length)
    expect(token).toHaveLength(29)
    expect(server.said()).toContain('/reset/…')
    expect(server.said()).not.toContain(token)
    expect(onDisk()).toContain('password_tokens')
    expect(onDisk()).not.toContain(token)
  })
})
