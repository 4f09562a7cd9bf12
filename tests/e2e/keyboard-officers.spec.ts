import { expect, test } from './county.ts'
import { chooseIn, enterOn, tabTo, tick, typeInto } from './keyboard.ts'

test('a request for contact is made, accepted twice and withdrawn by keyboard alone', async ({
  page,
  county,
}) => {
  test.setTimeout(150_000)
  const { origin } = county.server
  const code = county.prepared.codes.alsoRegistered
  await county.enter(page, 'cityOfficer')
  await page.goto(`${origin}/talent`)
  await typeInto(page, '[name=purpose]', '数据专班')
  await chooseIn(page, '[name=must]', 'data-sql')
  await enterOn(page, 'main form button[type=submit]')
  await expect(page.locator('.person').first()).toBeVisible()
  await enterOn(page, `main a[href*="/talent/people/${code}"]`)
  await enterOn(page, `main a[href*="/talent/people/${code}/contact"]`)
  await enterOn(page, 'main form button[type=submit]')
  await expect(page.locator('.error-summary')).toBeFocused()
  await tick(page, 'input[name=contract]', 'temporary-posting')
  await tick(page, 'input[name=secret]', 'no')
  await typeInto(page, '[name=message]', '请协助核对报送数据，为期两个月。')
  await enterOn(page, 'main form button[type=submit]')
  await expect(page).toHaveURL(/\/talent\/requests\//)
  await expect(page.locator('.notice.done')).toBeFocused()
  const request = new URL(page.url()).pathname
  const id = request.split('/').at(-1)

  const learner = await county.as('alsoRegistered')
  await learner.goto(`${origin}/registry`)
  await enterOn(learner, `main a[href$="/registry/requests/${id}"]`)
  await enterOn(learner, 'button[value=accepted]')
  await expect(learner.locator('.notice.done')).toBeFocused()

  const unit = await county.as('officer')
  await unit.goto(`${origin}/talent/unit-consents`)
  await enterOn(unit, `main a[href$="/talent/unit-consents/${id}"]`)
  await enterOn(unit, 'button[value=accepted]')
  await expect(unit.locator('.notice.done')).toBeFocused()

  await page.goto(`${origin}/talent/requests`)
  await enterOn(page, `main a[href="${request}"]`)
  await expect(page.locator('main')).toContainText('邓云帆')

  await enterOn(learner, 'main a[href$="/withdrawal"]')
  await enterOn(learner, 'main form button[type=submit]')
  await expect(learner.locator('.notice.done')).toBeFocused()
  await page.reload()
  await expect(page.locator('main')).not.toContainText('邓云帆')
})

test('people are nominated, and a skill is attested, by keyboard alone', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  const clerk = county.prepared.personIds.withManyBrowsers ?? ''
  await county.enter(page, 'officer')
  await page.goto(`${origin}/nominations`)
  await enterOn(page, 'main a[href="/nominations/security-for-everyone/people"]')
  await tick(page, 'input[name=person]', clerk)
  await tabTo(page, '[name=due]')
  const year = new Date().getFullYear() + 1
  // In the order of the browser's own language, which is English here, not the page's.
  await page.keyboard.type(`0131${year}`)
  await enterOn(page, 'main form[method=post] button[type=submit]:not([name])')
  await expect(page.locator('.notice.done')).toBeFocused()
  await expect(page.locator('main')).toContainText(`${year}-01-31`)
  await tick(page, 'input[name=person]', clerk)
  await enterOn(page, 'main form[method=post] button[type=submit]')
  await enterOn(page, 'button.danger')
  await expect(page.locator('.notice.done')).toBeFocused()

  await page.goto(`${origin}/staff/${clerk}`)
  await enterOn(page, 'main a[href^="/talent/attestations/"]')
  await chooseIn(page, '[name=skill]', 'data-sql')
  await enterOn(page, 'main form button[type=submit]')
  await tick(page, 'input[name=level]', '2')
  await typeInto(page, '[name=grounds]', '半年来每周汇总窗口办件数据，抽查没有差错。')
  await enterOn(page, 'main form button[type=submit]')
  await expect(page.locator('.notice.done')).toBeFocused()
  await enterOn(page, 'main a[href$="/withdrawal"]')
  await typeInto(page, '[name=reason]', '登记错了人，应为同股的另一位同事。')
  await enterOn(page, 'main form button[type=submit]')
  await expect(page.locator('.notice.done')).toBeFocused()
})

test('the month is chosen, printed and kept as a file by keyboard alone', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  await county.enter(page, 'officer')
  await page.goto(`${origin}/reports/credit-hours`)
  const month = await page.locator('[name=month]').inputValue()
  await tabTo(page, '[name=month]')
  await page.keyboard.press('ArrowDown')
  await enterOn(page, 'main form button[type=submit]')
  expect(new URL(page.url()).searchParams.get('month')).not.toBe(month)
  await page.goto(`${origin}/reports/credit-hours`)
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await tabTo(page, '[data-print]')
  await page.keyboard.press('Enter')
  await expect(page.locator('body')).toHaveAttribute('data-printed')
  await tabTo(page, 'a[href*="credit-hours.csv"]')
  const file = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await file).suggestedFilename()).toMatch(/\.csv$/)
})

test('the cyberspace-affairs officer searches white hats by keyboard alone', async ({
  page,
  county,
}) => {
  await county.enter(page, 'cyberspace')
  await page.goto(`${county.server.origin}/white-hat`)
  await enterOn(page, '.search form button[type=submit]')
  await expect(page.locator('.error-summary')).toBeFocused()
  await typeInto(page, '[name=purpose]', '电子取证')
  await chooseIn(page, '[name=must]', 'log-forensics')
  await enterOn(page, '.search form button[type=submit]')
  await expect(page.locator('.person').first()).toBeVisible()
})
