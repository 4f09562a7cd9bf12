import { expect, test } from './county.ts'

test('what was typed outlives a change of the text size, and is asked about before the page is left', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  await county.enter(page, 'secondAuthor')
  await page.goto(`${origin}/authoring/new?course=security-for-everyone`)
  const title = page.locator('[name=titleZh]')
  await title.fill('写到一半的题目')
  const html = page.locator('html')
  for (const size of [/large-text/, /^$/]) {
    const before = (await html.getAttribute('class')) ?? ''
    await page.locator('form[action="/reading-comfort"] button').click()
    await expect.poll(async () => (await html.getAttribute('class')) ?? '').not.toBe(before)
    await expect(html).toHaveClass(size)
    await expect(title).toHaveValue('写到一半的题目')
  }

  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void (asked.length === 1 ? dialog.dismiss() : dialog.accept())
  })
  const language = page.locator('form[action="/language"] button')
  await language.click()
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await expect(title).toHaveValue('写到一半的题目')

  // What is sent is not asked about, nor what was put back as it had been.
  await title.fill('')
  await page.goto(`${origin}/authoring/new?course=security-for-everyone`)
  await title.fill('送出去的题目')
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL(/\/authoring\/drafts\//)
  expect(asked).toEqual(['beforeunload'])
})
