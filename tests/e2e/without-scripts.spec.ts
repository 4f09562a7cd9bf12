import { expect, test } from './county.ts'
import { rosterFile } from './roster-file.ts'

// Lessons, labs and assessments are walked without scripts by their own journeys; here is the rest.
test.use({ javaScriptEnabled: false })

test('a learner joins the talent pool, and an officer finds them', async ({ page, county }) => {
  const { origin } = county.server
  await county.enter(page, 'joinsWithoutScripts')
  await page.goto(`${origin}/registry`)
  await page.locator('main form button[type=submit]').first().click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await page.locator('input[name=contracts][value=temporary-posting]').check()
  await page.locator('main form button[type=submit]').first().click()
  await expect(page.locator('.notice.done')).toBeVisible()
  const code = /[2-9A-HJ-NP-Z]{6}(?=\W|$)/.exec((await page.locator('.next').textContent()) ?? '')

  const officer = await county.as('cityOfficer')
  await officer.goto(`${origin}/talent`)
  await officer.locator('[name=purpose]').fill('数据专班')
  await officer.locator('[name=must]').first().selectOption('data-sql')
  await officer.locator('main form button[type=submit]').first().click()
  await expect(officer.locator('.person').first()).toBeVisible()
  await officer.locator('.person a').first().click()
  await expect(officer.locator('h1')).toBeVisible()
  const own = await officer.goto(`${origin}/talent/people/${code?.[0]}`)
  expect(own?.status(), 'who joined a moment ago has a page').toBe(200)
})

test('the administrator checks a roster and sees what is wrong', async ({ page, county }) => {
  await county.enter(page, 'administrator')
  await page.goto(`${county.server.origin}/staff/import`)
  await page.locator('[name=file]').setInputFiles(rosterFile('新同事,,没有的股,公务员,,,,\n'))
  await page.locator('button[value=check]').click()
  await expect(page.locator('.results .fail')).not.toHaveCount(0)
})

test('a trainer writes in a plain text box and is told line and column', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  await county.enter(page, 'author')
  await page.goto(`${origin}/authoring/modules/open-data-sql/02-filter-and-aggregate`)
  await page.locator('main form button[type=submit]').first().click()
  const box = page.locator('textarea[name=source], textarea[name=text], main textarea').first()
  const before = await box.inputValue()
  await box.fill(`${before}\n\n{process.env.SECRET}\n`)
  await page.locator('button[value=save]').first().click()
  await expect(page.locator('.results .fail').first()).toContainText(/\d+/)
  await box.fill(`${before}\n\n先核对，再公布。\n`)
  await page.locator('button[value=save]').first().click()
  await expect(page.locator('.results .fail')).toHaveCount(0)
  await expect(page.locator('.notice.done')).toBeVisible()
  await expect(box).toHaveValue(/先核对，再公布。/)
})
