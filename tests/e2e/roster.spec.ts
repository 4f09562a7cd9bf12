import { expect, test } from './county.ts'

const heading = '姓名,工号,部门,人员类别,职务职级,岗位,电子邮件,手机\n'
const roster = (text: string) => ({
  name: 'roster.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(heading + text),
})
const password = 'three quiet rivers meet'

test('the administrator imports a roster, hands out a link, and the person signs in', async ({
  page,
  county,
  browser,
}) => {
  const { origin } = county.server
  await county.enter(page, 'administrator')
  await page.goto(`${origin}/staff`)
  await county.shot(page, 'staff')
  await page.goto(`${origin}/staff/import`)
  await page.locator('[name=file]').setInputFiles(roster('新同事,,没有的股,公务员,一级科员,,,\n'))
  await page.locator('button[value=check]').click()
  await expect(page.locator('.results .fail')).not.toHaveCount(0)
  await county.shot(page, 'roster-problems')
  await page
    .locator('[name=file]')
    .setInputFiles(roster('新同事,SL0099,数据股,公务员,一级科员,county-data-officer,,\n'))
  await page.locator('button[value=check]').click()
  await county.shot(page, 'roster-checked')
  await page.locator('button[value=confirm]').click()
  await expect(page).toHaveURL(/\/staff/)

  await page.goto(`${origin}/staff?q=SL0099`)
  await page.locator('input[name=person]').first().check()
  await page.locator('button[name=which][value=chosen]').click()
  const link = (await page.locator('.slip code').textContent()) ?? ''
  expect(link).toContain('/invitation/')
  await county.shot(page, 'invitation-slip')

  const own = await (await browser.newContext()).newPage()
  await own.goto(link)
  await own.locator('[name=password]').fill('password1')
  if ((await own.locator('[name=repeat]').count()) > 0)
    await own.locator('[name=repeat]').fill('password1')
  await own.locator('main form button[type=submit]').click()
  await expect(own.locator('.error-summary')).toBeVisible()
  await own.locator('[name=password]').fill(password)
  if ((await own.locator('[name=repeat]').count()) > 0)
    await own.locator('[name=repeat]').fill(password)
  await own.locator('main form button[type=submit]').click()
  await own.waitForLoadState()
  await own.goto(`${origin}/sign-in`)
  if ((await own.locator('[name=login]').count()) > 0) {
    await own.locator('[name=login]').fill('sl0099')
    await own.locator('[name=password]').fill(password)
    await own.locator('main button[type=submit]').click()
  }
  await expect(own.locator('.next')).toBeVisible()
  await own.goto(link)
  await expect(own.locator('[name=password]')).toHaveCount(0)
})
