import { readFileSync } from 'node:fs'
import { expect, staff, test } from './county.ts'
import { enterOn, tabTo, tick, typeInto } from './keyboard.ts'

const lab = 'open-data-sql/missing-reports'
const accepted = readFileSync(
  `content/courses/open-data-sql/labs/missing-reports/accepted.sql`,
  'utf8',
)
const course = '/courses/security-for-everyone'
const lesson = `${course}/02-accounts-devices-and-data`

test('a learner signs in, reads, answers, is assessed and opts in by keyboard alone', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  await page.goto(`${origin}/sign-in`)
  await enterOn(page, 'main button[type=submit]')
  await expect(page.locator('.error-summary')).toBeFocused()
  await enterOn(page, '.error-summary a')
  await expect(page.locator('[name=login]')).toBeFocused()
  await page.keyboard.insertText(staff.keyboardClerk)
  await typeInto(page, '[name=password]', county.password(staff.keyboardClerk))
  await page.keyboard.press('Enter')
  await expect(page.locator('.next')).toBeVisible()

  await page.keyboard.press('Tab')
  await expect(page.locator('.skip')).toBeFocused()
  await expect(page.locator('.skip')).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await tabTo(page, 'main a, main button')

  await page.goto(`${origin}/courses`)
  await enterOn(page, `main a[href="${course}"]`)
  await enterOn(page, `main a[href="${lesson}"]`)
  await expect(page.locator('article h1')).toBeVisible()
  await tabTo(page, 'main .check input, main .check select')
  const anchor = await page.locator('.check:focus-within').first().getAttribute('id')
  const check = page.locator(`#${anchor}`)
  await enterOn(page, `#${anchor} button[type=submit]`)
  await expect(check.locator('.error-summary')).toBeFocused()
  await tabTo(page, `#${anchor} input, #${anchor} select`)
  if ((await check.locator('select').count()) === 0) await page.keyboard.press('Space')
  await enterOn(page, `#${anchor} button[type=submit]`)
  await expect(page).toHaveURL(new RegExp(`#${anchor}$`))
  await expect(check).toBeInViewport()
  // Reading goes on where the answer was given.
  await page.keyboard.press('Tab')
  await expect(page.locator(`#${anchor} :focus`)).toHaveCount(1)

  await page.goto(`${origin}/assessments/protecting-devices`)
  await enterOn(page, 'main form button[type=submit]')
  await expect(page).toHaveURL(/\/1$/)
  await tabTo(page, 'main form summary')
  await page.keyboard.press('Enter')
  await enterOn(page, 'main form details button')
  await expect(page).toHaveURL(/\/2$/)

  await page.goto(`${origin}/registry`)
  await tick(page, 'main input[name=contracts]', 'temporary-posting')
  await enterOn(page, 'main form button[type=submit]')
  await expect(page.locator('.notice.done')).toBeFocused()
})

test('the query lab lets a keyboard in, out and through', async ({ page, county }) => {
  await county.enter(page, 'keyboardClerk')
  await expect(async () => {
    await page.goto(`${county.server.origin}/labs/${lab}`)
    await expect(page.locator('details.table').first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await expect(page.locator('.cm-content')).toBeVisible()
  await tabTo(page, '.cm-content')
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(accepted)
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('#results table')).toBeVisible({ timeout: 20_000 })
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Escape')
  await tabTo(page, 'button[value=submit]')
  await page.keyboard.press('Enter')
  await expect(page.locator('#results .pass').first()).toBeVisible({ timeout: 20_000 })
})

test('mails are judged by keyboard alone', async ({ page, county }) => {
  await county.enter(page, 'keyboardClerk')
  await page.goto(`${county.server.origin}/labs/security-for-everyone/phishing-triage`)
  await enterOn(page, 'button[value=submit]')
  await expect(page.locator('.error-summary')).toBeFocused()
  const mails = page.locator('article.check')
  for (const mail of await mails.all()) {
    const article = `article[aria-labelledby="${await mail.getAttribute('aria-labelledby')}"]`
    await tabTo(page, `${article} input[type=radio]`)
    await page.keyboard.press('ArrowDown')
    await tabTo(page, `${article} input[type=checkbox]`)
    await page.keyboard.press('Space')
  }
  const judged = await mails.count()
  await expect(mails.locator('input[type=radio]:checked')).toHaveCount(judged)
  await enterOn(page, 'button[value=submit]')
  await expect(page.locator('main .results li').first()).toBeVisible()
})

test('a learner applies as a white hat and leaves again by keyboard alone', async ({
  page,
  county,
}) => {
  await county.enter(page, 'clerkOfTheOldVersion')
  await page.goto(`${county.server.origin}/registry`)
  await enterOn(page, 'main a[href="/white-hat/apply"]')
  await enterOn(page, 'main a[href="/white-hat/apply/digital-forensics-analyst"]')
  await enterOn(page, 'main form button[type=submit]')
  await expect(page.locator('.notice.done')).toBeFocused()
  await enterOn(page, 'main a[href="/white-hat/withdrawal"]')
  await enterOn(page, 'main form button[type=submit]')
  await expect(page.locator('.notice.done')).toBeFocused()
})

test('a trainer corrects a lesson and a reviewer approves it by keyboard alone', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  await county.enter(page, 'author')
  await page.goto(`${origin}/authoring/modules/security-for-everyone/01-mail-and-messages`)
  await enterOn(page, 'main form button[type=submit]')
  await expect(page).toHaveURL(/\/authoring\/drafts\//)
  const id = /drafts\/([\w-]+)/.exec(page.url())?.[1]
  await expect(page.locator('.cm-content')).toBeVisible()
  await tabTo(page, '.cm-content')
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('\n\n补充一句：先核对，再回复。\n')
  await page.keyboard.press('Escape')
  await enterOn(page, 'button[value=save]')
  await expect(page.locator('.notice.done')).toBeFocused()
  await page.goto(`${origin}/authoring/drafts/${id}/submission`)
  await typeInto(page, '[name=note]', '补充一句提醒')
  await enterOn(page, 'main form button[type=submit]')
  await expect(page.locator('.notice.done')).toBeFocused()

  const reviewer = await county.as('reviewer')
  await reviewer.goto(`${origin}/reviews`)
  await enterOn(reviewer, `main a[href*="/reviews/${id}"]`)
  await enterOn(reviewer, 'nav.parts a[href="#decision"]')
  await enterOn(reviewer, 'button[value=approve]')
  await expect(reviewer).toHaveURL(/\/reviews\?/)
  await expect(reviewer.locator('.notice.done')).toBeFocused()
})
