import { expect, test } from './county.ts'

const module = 'open-data-sql/01-read-a-catalogue'
const refused = '\n\n{process.env.SECRET}\n'
const added = '\n\n补充一句：核对以后再公布。\n'

test('a trainer corrects a lesson, another person approves, a learner moves when they choose', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  const learner = await county.as('clerkOfTheOldVersion')
  await learner.goto(`${origin}/courses/${module}`)

  await county.enter(page, 'author')
  await page.goto(`${origin}/authoring`)
  await county.shot(page, 'authoring')
  await page.goto(`${origin}/authoring/modules/${module}`)
  await page.locator('main form button[type=submit]').first().click()
  await expect(page).toHaveURL(/\/authoring\/drafts\//)
  const draft = page.url().split('?')[0]
  const editor = page.locator('.cm-content')
  await expect(editor).toBeVisible()
  const append = async (text: string) => {
    await editor.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText(text)
    await page.locator('button[name=intent][value=save]').first().click()
    await page.waitForLoadState()
  }
  await append(refused)
  await expect(page.locator('.results .fail').first()).toBeVisible()
  await county.shot(page, 'draft-refused')
  await editor.click()
  await page.keyboard.press('Control+End')
  for (let i = 0; i < refused.length; i++) await page.keyboard.press('Backspace')
  await append(added)
  await expect(page.locator('.results .fail')).toHaveCount(0)
  await county.shot(page, 'draft')
  await page.goto(`${draft}/submission`)
  await page.locator('[name=note]').fill('补充核对的一句话')
  await page.locator('main form button[type=submit]').click()

  await page.goto(`${origin}/reviews`)
  await expect(page.locator('h1')).toBeVisible()
  const reviewer = await county.as('reviewer')
  await reviewer.goto(`${origin}/reviews`)
  await reviewer
    .locator(`main a[href*="/reviews/${draft?.split('/').pop()}"]`)
    .first()
    .click()
  await county.shot(reviewer, 'review')
  await reviewer.locator('button[value=approve]').click()
  await reviewer.waitForLoadState()

  await learner.goto(`${origin}/courses/${module}`)
  await expect(learner.locator('article')).not.toContainText('核对以后再公布')
  await learner.locator('button[value=move]').click()
  await learner.waitForLoadState()
  if ((await learner.locator('html').getAttribute('lang')) === 'zh-CN') {
    await expect(learner.locator('article')).toContainText('核对以后再公布')
  }
})
