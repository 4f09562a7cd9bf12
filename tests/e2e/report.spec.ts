import { expect, test } from './county.ts'

test('the report names its month, and makes none of a month that is none or is to come', async ({
  page,
  county,
}) => {
  await county.enter(page, 'officer')
  const report = `${county.server.origin}/reports/credit-hours`
  const csv = page.locator('a[href*="credit-hours.csv"]')
  await page.goto(report)
  const month = await page.locator('[name=month]').inputValue()
  const year = month.slice(0, 4)
  await expect(page.locator('h1')).toContainText(year)
  await expect(page).toHaveTitle(new RegExp(year))
  await expect(csv).toHaveCount(1)
  for (const wrong of ['abc', `${Number(year) + 1}-01`]) {
    await page.goto(`${report}?month=${wrong}`)
    await expect(page.locator('#f-month-error')).toBeVisible()
    await expect(page.locator('table')).toHaveCount(0)
    await expect(csv).toHaveCount(0)
  }
  // Nobody of the demonstration was on the platform then, so there is nobody to list.
  await page.goto(`${report}?month=${Number(year) - 1}-01`)
  await expect(page.locator('.empty')).toBeVisible()
  await expect(csv).toHaveCount(0)
})

test('the report on paper is its heading, the table and where to sign, and nothing to press', async ({
  page,
  county,
}) => {
  await county.enter(page, 'officer')
  await page.goto(`${county.server.origin}/reports/credit-hours`)
  const sheet = [page.locator('h1'), page.locator('main table'), page.locator('thead')]
  const toPress = page.locator('nav:visible, form:visible, button:visible, a:visible')
  const siteParts = page.locator('header:visible, footer:visible, .masthead:visible')
  const sign = page.locator('.sign')
  // On the screen all of it is there but the lines to sign on: otherwise print would hide nothing.
  for (const part of sheet) await expect(part).toBeVisible()
  await expect(page.locator('nav:visible')).not.toHaveCount(0)
  await expect(page.locator('main form')).toBeVisible()
  await expect(siteParts).not.toHaveCount(0)
  await expect(sign).toBeHidden()

  await page.emulateMedia({ media: 'print' })
  for (const part of [...sheet, sign]) await expect(part).toBeVisible()
  await expect(page.locator('main tbody tr:visible')).not.toHaveCount(0)
  await expect(toPress).toHaveCount(0)
  await expect(siteParts).toHaveCount(0)
  // Paper does not scroll: what a scroll bar would hide is lost.
  await expect(page.locator('main .scroll')).toHaveCSS('overflow-x', 'visible')
})
