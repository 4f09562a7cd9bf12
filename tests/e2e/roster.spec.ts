import { expect, test } from './county.ts'
import { rosterFile } from './roster-file.ts'

const password = 'three quiet rivers meet'
const newPassword = 'seven old bridges at dusk'

test('the administrator imports a roster, hands out a link, and the person signs in, forgets, and is helped', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  await county.enter(page, 'administrator')
  await page.goto(`${origin}/staff`)
  await county.shot(page, 'staff')
  const hidden = await page.locator('.scroll').evaluate((box) => box.scrollWidth - box.clientWidth)
  expect(hidden).toBe(0)
  await page.goto(`${origin}/staff/import`)
  await page
    .locator('[name=file]')
    .setInputFiles(rosterFile('新同事,,没有的股,公务员,一级科员,,,\n'))
  await page.locator('button[value=check]').click()
  await expect(page.locator('.results .fail')).not.toHaveCount(0)
  await county.shot(page, 'roster-problems')
  await page
    .locator('[name=file]')
    .setInputFiles(rosterFile('新同事,SL0099,数据股,公务员,一级科员,county-data-officer,,\n'))
  await page.locator('button[value=check]').click()
  await county.shot(page, 'roster-checked')
  await page.locator('button[value=confirm]').click()
  await expect(page).toHaveURL(/\/staff/)

  await page.goto(`${origin}/staff?q=SL0099`)
  await page.locator('input[name=person]').first().check()
  await page.locator('button[name=which][value=chosen]').click()
  const link = (await page.locator('.slip code').textContent()) ?? ''
  expect(link).toContain('/invitation/')
  await page.reload()
  await expect(page.locator('.slip code')).toHaveText(link)
  await county.shot(page, 'invitation-slip')

  const own = await county.stranger()
  const setPassword = async (chosen: string) => {
    await own.locator('[name=password]').fill(chosen)
    await own.locator('[name=repeat]').fill(chosen)
    await own.locator('main form button[type=submit]').click()
  }
  await own.goto(link)
  await setPassword('password1')
  await expect(own.locator('.error-summary')).toBeFocused()
  await setPassword(password)
  await expect(own.locator('.error-summary')).toHaveCount(0)
  await own.context().clearCookies()
  await county.signIn(own, 'sl0099', password)
  await expect(own.locator('.next')).toBeVisible()
  await own.goto(link)
  await expect(own.locator('[name=password]')).toHaveCount(0)

  // There is no e-mail for them: who forgets the password is helped by the administrator.
  await own.context().clearCookies()
  await own.goto(`${origin}/forgotten`)
  await own.locator('[name=login]').fill('SL0099')
  await own.locator('main button[type=submit]').click()
  await expect(own.locator('main form')).toHaveCount(0)
  await page.goto(`${origin}/staff?waiting=1`)
  await expect(page.locator('table')).toContainText('SL0099')
  await page.locator('tr', { hasText: 'SL0099' }).locator('input[name=person]').check()
  await page.locator('button[name=which][value=chosen]').click()
  const reset = (await page.locator('.slip code').textContent()) ?? ''
  expect(reset).toContain('/reset/')
  await own.goto(reset)
  await setPassword(newPassword)
  await expect(own.locator('.error-summary')).toHaveCount(0)
  await own.context().clearCookies()
  await county.signIn(own, 'SL0099', password)
  await expect(own.locator('.error-summary')).toBeFocused()
  await county.signIn(own, 'SL0099', newPassword)
  await expect(own.locator('.next')).toBeVisible()
})

test('a mistyped staff number renames nobody before that is confirmed by itself', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  await county.enter(page, 'administrator')
  const check = async (text: string) => {
    await page.goto(`${origin}/staff/import`)
    await page.locator('[name=file]').setInputFiles(rosterFile(text))
    await page.locator('button[value=check]').click()
    await expect(page).toHaveURL(/check=/)
  }
  const confirm = page.locator('button[value=confirm]')
  const nameOnRecord = async () => {
    const own = await county.as('administrator')
    await own.goto(`${origin}/staff?q=SL0098`)
    return own.locator('.staff tbody a').textContent()
  }
  await check('高一,SL0098,数据股,公务员,一级科员,,,\n')
  await confirm.click()
  await check('高二,SL0098,综合股,公务员,一级科员,,,\n')
  await expect(page.locator('#f-same')).toContainText('高一 → 高二')
  await expect(page.locator('#f-same .hint').last()).toContainText('→')
  await county.shot(page, 'roster-renaming')
  await confirm.click()
  await expect(page.locator('.error-summary')).toBeFocused()
  expect(await nameOnRecord()).toBe('高一')
  await page.locator('#f-same input').check()
  await confirm.click()
  await expect(page).toHaveURL(/\/staff\?done=imported/)
  expect(await nameOnRecord()).toBe('高二')
  await page.goBack()
  await expect(page.locator('.notice.done')).toBeVisible()
  await expect(confirm).toHaveCount(0)
})

test('one person is added without a file, and not twice by a number that only looks different', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  await county.enter(page, 'administrator')
  const add = async (number: string) => {
    await page.goto(`${origin}/staff/new`)
    await page.locator('[name=name]').fill('单 添一')
    await page.locator('[name=staffNumber]').fill(number)
    await page.locator('[name=grade]').fill('一级科员')
    await page.locator('main form button[type=submit]').click()
  }
  await add('')
  await expect(page.locator('.error-summary')).toBeFocused()
  await add('SL0097')
  await expect(page.locator('.notice.done')).toBeVisible()
  await expect(page.locator('.staff tbody')).toContainText('单添一')
  await expect(page.locator('.staff tbody')).toContainText('一级科员')
  await page.locator('[data-choose-all] input').check()
  await expect(page.locator('input[name=person]')).toBeChecked()
  await add('SL0097')
  await expect(page.locator('#f-staffNumber-error')).toBeVisible()
  await add('SLOO97')
  await expect(page.locator('#f-another-error')).toContainText('SL0097')
  await county.shot(page, 'person-like-another')
  await page.locator('[name=another]').check()
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('.staff tbody')).toContainText('SLOO97')
})

test('a file says what kind it is, and leaving it says that nothing was imported', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  await county.enter(page, 'administrator')
  const answers = new Set<string>()
  for (const [name, text] of [
    ['roster.xlsx', 'just some text'],
    ['roster.csv', 'just some text'],
    ['roster.csv', ''],
  ] as const) {
    await page.goto(`${origin}/staff/import`)
    const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) }
    await page.locator('[name=file]').setInputFiles(file)
    await page.locator('button[value=check]').click()
    answers.add((await page.locator('#f-file-error').textContent()) ?? '')
  }
  expect(answers.size).toBe(3)
  await page.goto(`${origin}/staff/import`)
  await page
    .locator('[name=file]')
    .setInputFiles(rosterFile('新人,SL0O02,数据股,公务员,一级科员,,,\n'))
  await page.locator('button[value=check]').click()
  await expect(page.locator('#f-another')).toContainText('SL0002')
  await county.shot(page, 'roster-resembling')
  await page.locator('.confirm-roster a').click()
  await expect(page.locator('.notice.info')).toBeVisible()
  await expect(page).toHaveURL(/done=not-imported/)
})
