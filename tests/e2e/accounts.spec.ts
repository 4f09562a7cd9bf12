import { Secret, TOTP } from 'otpauth'
import { totpParameters } from '#app/accounts/domain/totp.ts'
import { type County, expect, type Page, staff, test } from './county.ts'

const chosen = 'four green hills in spring'

async function setPassword(page: Page, password: string) {
  await page.locator('[name=password]').fill(password)
  await page.locator('[name=repeat]').fill(password)
  await page.locator('main form button[type=submit]').click()
}

async function isSignedIn(page: Page, county: County): Promise<boolean> {
  await page.goto(`${county.server.origin}/account`)
  return !page.url().includes('/sign-in')
}

test('whoever forgets the password gets a link by mail that works once', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  await page.goto(`${origin}/sign-in`)
  await page.locator('a[href="/forgotten"]').click()
  await page.locator('[name=login]').fill(staff.forgetful)
  await page.locator('main button[type=submit]').click()
  await expect(page.locator('main form')).toHaveCount(0)
  const link = async () => {
    const mails = await county.mails()
    return mails.map((mail) => /http\S+\/reset\/[\w-]+/.exec(mail)?.[0]).find(Boolean)
  }
  await expect.poll(link).toBeTruthy()
  const address = (await link()) ?? ''
  expect(address).toContain(origin)
  await page.goto(address)
  await county.shot(page, 'reset')
  await setPassword(page, chosen)
  await expect(page).not.toHaveURL(/reset/)
  await page.context().clearCookies()
  await county.signIn(page, staff.forgetful, county.password(staff.forgetful))
  await expect(page.locator('.error-summary')).toBeFocused()
  await county.signIn(page, 'sl0005@county.example', chosen)
  await expect(page).not.toHaveURL(/sign-in/)
  expect((await page.goto(address))?.status()).toBe(410)
})

test('a second factor is asked for, takes a code once and a recovery code once', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  const login = staff.careful
  await county.enter(page, 'careful')
  await page.goto(`${origin}/account/second-factor`)
  await page.locator('button[value=begin]').click()
  const secret = ((await page.locator('.secret').textContent()) ?? '').replace(/\s/g, '')
  await county.shot(page, 'second-factor')
  const totp = new TOTP({ ...totpParameters, secret: Secret.fromBase32(secret) })
  const password = county.password(login)
  for (const [code, current] of [
    ['000000', password],
    [totp.generate(), 'not the password'],
  ] as const) {
    await page.locator('[name=code]').fill(code)
    await page.locator('[name=current]').fill(current)
    await page.locator('button[value=confirm]').click()
    await expect(page.locator('.error-summary')).toBeFocused()
  }
  await expect(page.locator('a[href^="otpauth://"]')).toBeVisible()
  await page.locator('[name=code]').fill(totp.generate())
  await page.locator('[name=current]').fill(password)
  await page.locator('button[value=confirm]').click()
  const recovery = await page.locator('.codes code').allTextContents()
  expect(recovery).toHaveLength(10)
  await county.shot(page, 'recovery-codes')

  const enterCode = async (own: Page, code: string) => {
    await county.signIn(own, login, county.password(login))
    await expect(own).toHaveURL(/\/sign-in\/code/)
    await own.locator('[name=code]').fill(code)
    await own.locator('main form button[type=submit]').click()
  }
  // Of the next half minute, which is taken already: this one's was spent above.
  const next = totp.generate({ timestamp: Date.now() + totpParameters.period * 1000 })
  const own = await county.stranger()
  await enterCode(own, next)
  await expect(own).not.toHaveURL(/sign-in/)
  const again = await county.stranger()
  await enterCode(again, next)
  await expect(again.locator('.error-summary')).toBeFocused()
  expect(await isSignedIn(again, county), 'the password alone is not enough').toBe(false)
  const other = await county.stranger()
  await enterCode(other, recovery[0]?.toLowerCase() ?? '')
  await expect(other).not.toHaveURL(/sign-in/)
  const third = await county.stranger()
  await enterCode(third, recovery[0] ?? '')
  await expect(third.locator('.error-summary')).toBeFocused()
})

test('people see where they are signed in, and end it', async ({ page, county }) => {
  const login = staff.withManyBrowsers
  await county.signIn(page, login, county.password(login))
  const [second, third] = [await county.stranger(), await county.stranger()]
  for (const other of [second, third]) {
    await county.signIn(other, login, county.password(login))
    expect(await isSignedIn(other, county)).toBe(true)
  }
  await page.goto(`${county.server.origin}/account`)
  const rows = page.locator('ul.rows li')
  // These three and the one that the tests had prepared.
  await expect(rows).toHaveCount(4)
  await county.shot(page, 'account')
  await page.locator('button[value=end]').first().click()
  await expect(page.locator('.notice.done')).toBeFocused()
  await expect(rows).toHaveCount(3)
  await page.locator('button[value=end-others]').click()
  await expect(rows).toHaveCount(1)
  for (const other of [second, third]) expect(await isSignedIn(other, county)).toBe(false)
  expect(await isSignedIn(page, county)).toBe(true)
})

test('a role opens its pages as soon as the administrator grants it, and closes them again', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  const clerk = await county.as('promoted')
  const open = async () => (await clerk.goto(`${origin}/reviews`))?.status()
  expect(await open()).toBe(404)
  await county.enter(page, 'administrator')
  await page.goto(`${origin}/staff/${county.prepared.personIds.promoted}`)
  await page.locator('[name=role]').selectOption('reviewer')
  await page.locator('[name=organisation]').selectOption(county.prepared.organisationId)
  await page.locator('button[value=grant]').click()
  await expect(page.locator('.notice.done')).toBeFocused()
  await county.shot(page, 'person')
  expect(await open()).toBe(200)
  await expect(clerk.locator('.nav a[href="/reviews"]')).toBeVisible()
  await page.locator('a[href*="/roles/"]').last().click()
  await county.shot(page, 'role-revocation')
  expect(await open(), 'nothing is taken back before it is confirmed').toBe(200)
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('.notice.done')).toBeFocused()
  expect(await open()).toBe(404)
})

test('the administrator erases who has left, and prints the receipt', async ({ page, county }) => {
  const { origin } = county.server
  const personId = county.prepared.departedIds.erased
  const person = `${origin}/staff/${personId}`
  await county.enter(page, 'administrator')
  await page.goto(person)
  await expect(page.locator('main h1')).toHaveText('示例离任乙')
  await page.locator('a[href$="/erasure"]').click()
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await page.locator('[name=staffNumber]').fill('sl0091')
  await county.shot(page, 'erasure')
  const form = { key: await page.locator('[name=key]').inputValue(), staffNumber: 'sl0091' }
  await page.locator('main form button[type=submit]').click()
  const receipt = page.locator('.proof')
  await expect(receipt).toContainText(personId)
  await expect(receipt.locator('.notice')).toHaveCount(0)
  const number = (await receipt.locator('dd').last().textContent()) ?? ''
  expect(Number(number)).toBeGreaterThan(0)
  const headers = { Origin: origin }
  const again = await page.request.post(`${person}/erasure`, { form, headers })
  expect(again.status()).toBe(200)
  expect(await again.text()).toContain(`<dd>${number}</dd>`)

  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.masthead')).toBeHidden()
  await expect(page.locator('.crumbs')).toBeHidden()
  await expect(receipt.locator('dl')).toBeVisible()
  await county.shot(page, 'erasure-receipt')
  await page.emulateMedia({ media: 'screen' })

  await page.goto(person)
  await expect(page.locator('button[value=come-back]')).toHaveCount(0)
  for (const gone of ['示例离任乙', 'SL0091']) {
    await expect(page.locator('main')).not.toContainText(gone)
  }
  await page.locator('a[href$="/erasure"]').click()
  await expect(receipt.locator('dd').last()).toHaveText(number)
  await page.goto(`${origin}/staff?q=SL0091`)
  await expect(page.locator(`a[href="/staff/${personId}"]`)).toHaveCount(0)
})
