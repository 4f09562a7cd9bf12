import { deflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { changed } from '#tests/changed-sample.ts'
import { expect, test } from './county.ts'

const refused = '\n\n一句话。\n\n{process.env.SECRET}\n'

/** A sound PNG of one grey pixel, with a note that no learner should get. */
function picture(): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    const named = Buffer.concat([Buffer.from(name), body])
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(checksum(named))
    return Buffer.concat([length, named, sum])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const image = deflateSync(Buffer.from([0, 128]))
  const note = Buffer.from('Comment\0GPS 31.2')
  const chunks = [chunk('IHDR', header), chunk('tEXt', note), chunk('IDAT', image)]
  return Buffer.concat([signature, ...chunks, chunk('IEND', Buffer.alloc(0))])
}

/** CRC-32 as in PNG, annex D. */
function checksum(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

async function press(page: Page, button: string): Promise<void> {
  await page.locator(button).first().click()
  await page.waitForLoadState()
}

/** Writes the whole of a part where no script has put an editor in its place. */
async function write(page: Page, text: (before: string) => string): Promise<void> {
  const area = page.locator('textarea[name=text]')
  await area.fill(text(await area.inputValue()))
  await press(page, 'button[name=intent][value=save]')
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a trainer writes a new lesson in Chinese alone with a picture; another person publishes it', async ({
    page,
    county,
  }) => {
    const { origin } = county.server
    await county.enter(page, 'secondAuthor')
    await page.goto(`${origin}/authoring/new?course=security-for-everyone`)
    await page.locator('[name=titleZh]').fill('借出去的电脑怎么收回来')
    await page.locator('[name=name]').fill('Bad Name!')
    await press(page, 'main form button[type=submit]')
    await expect(page.locator('#f-name-error')).toBeVisible()
    await expect(page.locator('[name=name]')).toHaveValue('Bad Name!')
    await page.locator('[name=name]').fill('')
    await press(page, 'main form button[type=submit]')
    await expect(page).toHaveURL(/\/authoring\/drafts\//)
    const draft = page.url().split('?')[0] ?? ''
    await expect(page.locator('.notice.done')).toContainText(/security-for-everyone\/\d\d-lesson/)

    // The sample may be saved and is shown, but no learner is to read it.
    await page.goto(`${draft}/submission`)
    await expect(page.locator('.results .fail').filter({ hasText: 'SAMPLE' })).toHaveCount(2)
    await expect(page.locator('[name=note]')).toHaveCount(0)
    for (const part of ['quiz', 'zh']) {
      await page.goto(`${draft}?part=${part}`)
      await write(page, changed)
    }
    await write(page, (before) => before + refused)
    const problem = page.locator('.results .fail').filter({ hasText: 'EXPR' })
    const line = await page
      .locator('textarea[name=text]')
      .inputValue()
      .then((text) => text.split('\n').findIndex((each) => each.startsWith('{')) + 1)
    await expect(problem).toContainText(new RegExp(`\\b${line}\\b`))
    await county.shot(page, 'new-lesson-refused')
    await write(page, (before) => before.replace(refused, ''))

    await page.goto(`${draft}/pictures`)
    const file = { name: '示意 sketch.png', mimeType: 'image/png', buffer: picture() }
    await page.locator('[name=file]').setInputFiles(file)
    await press(page, 'main form button[type=submit]')
    await expect(page.locator('.error').first()).toBeVisible()
    await page.locator('[name=file]').setInputFiles(file)
    await page.locator('[name=alt]').fill('一台贴了标签的电脑')
    await press(page, 'main form button[type=submit]')
    const figure = await page.locator('.picture textarea').first().inputValue()
    await county.shot(page, 'draft-pictures')
    await page.goto(draft)
    await write(page, (before) => `${before}\n<Figure src="/assets/x/none.png" alt="无" />\n`)
    await expect(page.locator('.results .fail').filter({ hasText: 'PICTURE' })).toBeVisible()
    await write(page, (before) => before.replace(/<Figure .*\/>/, figure))
    await expect(page.locator('.preview img')).toHaveAttribute('src', /\/assets\/security-for/)
    const address = (await page.locator('.preview img').getAttribute('src')) ?? ''

    await page.goto(`${draft}?part=settings`)
    await page.locator('[name=objective-zh-1]').fill('会收回借出的电脑')
    await page.locator('[name=minutes]').fill('很久')
    await press(page, 'button[name=intent][value=save]')
    await expect(page.locator('.notice.done')).toHaveCount(0)
    await expect(page.locator('.error-summary a[href="#f-minutes"]')).toBeVisible()
    await expect(page.locator('#f-minutes-error')).toBeVisible()
    await expect(page.locator('[name=minutes]')).toHaveValue('很久')
    await county.shot(page, 'settings-saved-to-mend')
    await page.locator('[name=minutes]').fill('15')
    await page.locator('[name=creditHours]').fill('0.5')
    await page.locator('[name=skill-1]').selectOption('protecting-devices')
    await press(page, 'button[name=intent][value=save]')
    await expect(page.locator('.results .fail')).toHaveCount(0)

    const learner = await county.as('hastyClerk')
    expect((await learner.request.get(origin + address)).status()).toBe(404)
    await page.goto(`${draft}/submission`)
    await page.locator('[name=note]').fill('新写的一课')
    await press(page, 'main form button[type=submit]')
    const id = draft.split('/').at(-1)
    expect((await page.request.get(`${origin}/reviews/${id}`)).status()).toBe(404)

    const reviewer = await county.as('reviewer')
    await reviewer.goto(`${origin}/reviews/${id}`)
    await county.shot(reviewer, 'new-lesson-review')
    const late = await reviewer.context().newPage()
    await late.goto(`${origin}/reviews/${id}`)
    await late.locator('[name=comment]').fill('写清楚谁来收')
    await press(reviewer, 'button[value=approve]')
    await expect(reviewer).toHaveURL(/done=approved/)
    await press(late, 'button[value=return]')
    await expect(late.locator('main textarea')).toHaveValue('写清楚谁来收')

    await learner.goto(`${origin}/courses/security-for-everyone`)
    await learner.locator('main a[href*="-lesson"]').first().click()
    await expect(learner.locator('article')).toContainText('会收回借出的电脑')
    await expect(learner.locator('article img')).toHaveAttribute('alt', '一台贴了标签的电脑')
    const answer = await learner.request.get(origin + address)
    expect(answer.headers()).toMatchObject({
      'cache-control': 'private, no-cache',
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    })
    expect((await answer.body()).includes('GPS')).toBe(false)
    await county.shot(learner, 'new-lesson')
  })

  test('what a trainer sends after the session ended waits for them, and for nobody else', async ({
    page,
    county,
    browser,
  }) => {
    const { origin } = county.server
    // By the form: what is held is for whoever this browser signed in last.
    await county.signIn(page, 'SL0012', county.password('SL0012'))
    await page.goto(`${origin}/authoring/new?course=open-data-sql`)
    await page.locator('[name=titleZh]').fill('登录过期以后')
    await press(page, 'main form button[type=submit]')
    const draft = page.url().split('?')[0] ?? ''
    const long = `\n${'写了很久的一段话。\n\n'.repeat(400)}最后一句。\n`
    await page.locator('textarea[name=text]').fill(long)
    const cookies = await page.context().cookies()
    const isSession = ({ name }: { name: string }) => name.endsWith('civic_session')
    expect(cookies.some(isSession)).toBe(true)
    await page.context().clearCookies({ name: /civic_session$/ })
    await press(page, 'button[name=intent][value=save]')
    await expect(page).toHaveURL(/\/sign-in\?return=/)
    const held = new URL(page.url()).searchParams.get('return') ?? ''

    const other = await county.as('author')
    await other.goto(origin + held)
    await expect(other.locator('main textarea')).toHaveCount(0)

    await page.locator('[name=login]').fill('SL0012')
    await page.locator('[name=password]').fill(county.password('SL0012'))
    await press(page, 'main button[type=submit]')
    await expect(page.locator('main textarea')).toHaveValue(long)
    await county.shot(page, 'held-form')
    await press(page, 'main form button[type=submit]')
    await expect(page).toHaveURL(new RegExp(`${draft.split('/').at(-1)}.*done=saved`))
    expect(await page.locator('textarea[name=text]').inputValue()).toBe(long)

    // A browser that nobody signed in with leaves nothing on the server.
    const stranger = await (await browser.newContext()).newPage()
    const headers = { 'Sec-Fetch-Site': 'same-origin' }
    const form = { part: 'zh', text: long }
    const answer = await stranger.request.post(draft, { headers, form, maxRedirects: 0 })
    expect(answer.headers().location).toBe('/sign-in?return=%2F')
  })
})

test('nobody approves what they wrote themselves, whatever roles they hold', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  await county.enter(page, 'administrator')
  for (const role of ['author', 'reviewer']) {
    await page.goto(`${origin}/staff/${county.prepared.personIds.writesAndReviews}`)
    await page.locator('[name=role]').selectOption(role)
    await press(page, 'button[name=intent][value=grant]')
  }

  const both = await county.as('writesAndReviews')
  await both.goto(`${origin}/authoring/modules/security-for-everyone/02-accounts-devices-and-data`)
  await press(both, 'main form button[type=submit]')
  const draft = both.url().split('?')[0] ?? ''
  const id = draft.split('/').at(-1)
  await both.goto(`${draft}/submission`)
  await both.locator('[name=note]').fill('改了一句话')
  await press(both, 'main form button[type=submit]')
  await both.goto(`${origin}/reviews/${id}`)
  await expect(both.locator('#decision .notice.warn')).toBeVisible()
  await expect(both.locator('button[value=approve]')).toHaveCount(0)

  // The page offers no button; the answer to a form sent all the same is no as well.
  const headers = { 'Sec-Fetch-Site': 'same-origin' }
  const form = { decision: 'approve', revision: '1', comment: '', key: 'own-approval' }
  const answer = await both.request.post(`${origin}/reviews/${id}`, { headers, form })
  expect(answer.status()).toBe(409)
  await both.goto(draft)
  await expect(both.locator('button.plain', { hasText: /撤回修改|Take back/ })).toBeVisible()
})
