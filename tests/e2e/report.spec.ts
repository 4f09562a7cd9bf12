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
