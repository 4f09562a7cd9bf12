import { Secret, TOTP } from 'otpauth'
import { totpParameters } from '#app/accounts/domain/totp.ts'
import { expect, type Page, staff, test } from './county.ts'
import { chooseFile, chooseIn, enterOn, tabTo, tick, typeInto } from './keyboard.ts'
import { rosterFile } from './roster-file.ts'

const newcomer = '键盘,SL0096,数据股,公务员,一级科员,county-data-officer,,\n'
const first = 'nine slow boats come home'
const second = 'eight lamps along the quay'

async function setPassword(page: Page, password: string): Promise<void> {
  await typeInto(page, '[name=password]', password)
  await typeInto(page, '[name=repeat]', password)
  await enterOn(page, 'main form button[type=submit]')
  await expect(page.locator('.error-summary')).toHaveCount(0)
}

async function typeLogin(page: Page, login: string, password: string): Promise<void> {
  await typeInto(page, '[name=login]', login)
  await typeInto(page, '[name=password]', password)
  await enterOn(page, 'main button[type=submit]')
}

test('a roster is imported, and whoever is new gets in, forgets, and adds a factor, by keyboard alone', async ({
  page,
  county,
}) => {
  test.setTimeout(150_000)
  const { origin } = county.server
  await county.enter(page, 'administrator')
  await page.goto(`${origin}/staff`)
  await enterOn(page, 'main a[href="/staff/import"]')
  await chooseFile(page, '[name=file]', rosterFile(newcomer))
  await enterOn(page, 'button[value=check]')
  await enterOn(page, 'button[value=confirm]')
  await expect(page.locator('.notice.done')).toBeFocused()
  const handOut = async (find: string) => {
    await page.goto(`${origin}/staff${find}`)
    const row = page.locator('tr', { hasText: 'SL0096' })
    await tick(page, 'input[name=person]', await row.locator('input').inputValue())
    await enterOn(page, 'button[name=which][value=chosen]')
    return (await page.locator('.slip code').textContent()) ?? ''
  }
  const link = await handOut('?q=SL0096')

  const own = await county.stranger()
  await own.goto(link)
  await setPassword(own, first)
  await enterOn(own, 'main a[href="/forgotten"]')
  await typeInto(own, '[name=login]', 'SL0096')
  await enterOn(own, 'main button[type=submit]')
  await expect(own.locator('main form')).toHaveCount(0)
  await own.goto(await handOut('?waiting=1'))
  await setPassword(own, second)
  await own.context().clearCookies()
  await own.goto(`${origin}/sign-in`)
  await typeLogin(own, 'SL0096', first)
  await expect(own.locator('.error-summary')).toBeFocused()
  await typeLogin(own, 'SL0096', second)
  await expect(own.locator('.next')).toBeVisible()

  await own.goto(`${origin}/account`)
  await enterOn(own, 'main a[href="/account/second-factor"]')
  await enterOn(own, 'button[value=begin]')
  const secret = ((await own.locator('.secret').textContent()) ?? '').replace(/\s/g, '')
  const totp = new TOTP({ ...totpParameters, secret: Secret.fromBase32(secret) })
  await typeInto(own, '[name=code]', totp.generate())
  await typeInto(own, '[name=current]', second)
  await enterOn(own, 'button[value=confirm]')
  const [recovery = ''] = await own.locator('.codes code').allTextContents()
  await enterOn(own, 'form[action="/sign-out"] button')
  await typeLogin(own, 'SL0096', second)
  await typeInto(own, '[name=code]', recovery)
  await enterOn(own, 'main form button[type=submit]')
  await expect(own.locator('.next')).toBeVisible()
})

test('a unit is added with its tier, renamed and closed by keyboard alone', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  await county.enter(page, 'administrator')
  await page.goto(`${origin}/staff`)
  await enterOn(page, 'main a[href="/organisation"]')
  await enterOn(page, `main a[href="/organisation/new?parent=${county.prepared.organisationId}"]`)
  await enterOn(page, 'main form button[type=submit]')
  await expect(page.locator('.error-summary')).toBeFocused()
  await typeInto(page, '[name=nameZh]', '示例镇便民服务中心')
  await tick(page, 'input[name=kind]', 'unit')
  await chooseIn(page, '[name=tier]', 'township')
  await enterOn(page, 'main form button[type=submit]')
  await expect(page.locator('.notice.done')).toBeFocused()
  await county.shot(page, 'organisation')
  const unit = page.locator('main li', { hasText: '示例镇便民服务中心' })
  await expect(unit.locator('.facts')).toContainText(/乡级|Township/)
  const address = await unit.locator('a').first().getAttribute('href')

  await enterOn(page, `main a[href="${address}"]`)
  await tabTo(page, '[name=nameZh]')
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('示例镇政务服务中心')
  await enterOn(page, 'main form button[type=submit]')
  await expect(page.locator('.notice.done')).toBeFocused()
  await enterOn(page, `main a[href="${address}"]`)
  await enterOn(page, `main a[href="${address}/retirement"]`)
  await enterOn(page, 'main form button[type=submit]')
  await expect(page.locator('.notice.done')).toBeFocused()
  const closed = page.locator('main li', { hasText: '示例镇政务服务中心' })
  await expect(closed.locator('.tag')).toHaveCount(1)
})

test('a role is granted and taken back by keyboard alone', async ({ page, county }) => {
  const { origin } = county.server
  await county.enter(page, 'administrator')
  await page.goto(`${origin}/staff?q=${staff.withManyBrowsers}`)
  await enterOn(page, '.staff tbody a')
  await chooseIn(page, '[name=role]', 'author')
  await enterOn(page, 'button[value=grant]')
  await expect(page.locator('.notice.done')).toBeFocused()
  await enterOn(page, 'main a[href*="/roles/"]')
  await enterOn(page, 'main form button[type=submit]')
  await expect(page.locator('.notice.done')).toBeFocused()
})
