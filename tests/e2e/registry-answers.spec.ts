import { expect, type Page, searchAt, test } from './county.ts'

const names = { registeredSaysNo: '蔡思齐', registeredUnitSaysNo: '彭子衿' }
const asking = { 'zh-CN': '示例市政务数据局', en: 'Sample City Government Data Bureau' }

/** The officer who asked sees the state of the request, and nobody's name. */
async function staysMasked(officer: Page, address: string, name: string) {
  await officer.goto(address)
  await expect(officer.locator('main h1')).toBeVisible()
  await expect(officer.locator('main')).not.toContainText(name)
  await expect(officer.locator('main')).not.toContainText('@county.example')
}

test('a person sees who looked and why, declines, and stays without a name', async ({
  page,
  county,
  locale,
}) => {
  const { origin } = county.server
  const id = county.prepared.requestIds.registeredSaysNo
  await county.enter(page, 'registeredSaysNo')
  await page.goto(`${origin}/registry`)
  const look = page.locator('.rows li').filter({ hasText: '数据核对' })
  await expect(look.last()).toContainText(locale === 'en' ? asking.en : asking['zh-CN'])
  await page.locator(`a[href$="/registry/requests/${id}"]`).first().click()
  await county.shot(page, 'request-to-me')
  const secondTab = await page.context().newPage()
  await secondTab.goto(page.url())
  await page.locator('button[value=declined]').click()
  await expect(page.locator('.notice.done')).toBeFocused()
  await expect(page.locator('button[value=accepted]')).toHaveCount(0)
  await secondTab.locator('button[value=accepted]').click()
  await expect(secondTab.locator('main .notice.warn'), 'too late, and says so').toBeVisible()

  const officer = await county.as('cityOfficer')
  await officer.goto(origin)
  await expect(officer.locator('main .notice a[href="/talent/requests"]')).toBeVisible()
  await staysMasked(officer, `${origin}/talent/requests/${id}`, names.registeredSaysNo)
  await county.shot(officer, 'request-declined')
  await officer.goto(`${origin}/talent/people/${county.prepared.codes.registeredSaysNo}/contact`)
  await expect(officer.locator('main .notice.warn')).toBeVisible()
  await expect(officer.locator('main form'), 'a no is not asked away').toHaveCount(0)
  await county.shot(officer, 'said-no')
  const unit = await county.as('officer')
  const answer = await unit.goto(`${origin}/talent/unit-consents/${id}`)
  expect(answer?.status(), 'what the person declined is no affair of the unit').toBe(404)
})

test('a unit declines, and the person who had accepted stays without a name', async ({
  page,
  county,
  locale,
}) => {
  const { origin } = county.server
  const id = county.prepared.requestIds.registeredUnitSaysNo
  await county.enter(page, 'officer')
  await page.goto(`${origin}/talent/unit-consents/${id}`)
  await page.locator('button[value=declined]').click()
  await expect(page.locator('.notice.done')).toBeFocused()
  await expect(page.locator('button[value=accepted]')).toHaveCount(0)

  const officer = await county.as('cityOfficer')
  await staysMasked(officer, `${origin}/talent/requests/${id}`, names.registeredUnitSaysNo)
  const learner = await county.as('registeredUnitSaysNo')
  await learner.goto(`${origin}/registry/requests/${id}`)
  await expect(learner.locator('main button[value=accepted]')).toHaveCount(0)
  await expect(learner.locator('main .summary')).toContainText(
    locale === 'en' ? 'You agreed; your unit declined' : '您已同意，所在单位未同意',
  )
  await county.shot(learner, 'request-declined-by-unit')
})

test('whoever leaves the pool is gone at once, from search and by address', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  const code = county.prepared.codes.registeredLeaves ?? 'none'
  const search = `${origin}/talent?search=1&purpose=%E6%95%B0%E6%8D%AE%E4%B8%93%E7%8F%AD&place=below&must=data-sql&must-level=1`
  await county.enter(page, 'cityOfficer')
  await searchAt(page, search)
  await expect(page.locator(`a[href*="${code}"]`).first()).toBeVisible()
  const learner = await county.as('registeredLeaves')
  await learner.goto(`${origin}/registry/withdrawal`)
  await learner.locator('main form button[type=submit]').first().click()
  await expect(learner.locator('.notice.done')).toBeFocused()
  await page.reload()
  await expect(page.locator('.person').first()).toBeVisible()
  await expect(page.locator(`a[href*="${code}"]`)).toHaveCount(0)
  const answer = await page.goto(`${origin}/talent/people/${code}`)
  expect(answer?.status()).toBe(404)
})
