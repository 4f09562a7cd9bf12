import { expect, test } from './county.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'with scripts off', () => {
    test.use({ javaScriptEnabled })

    test('a learner takes an assessment and is told level, uncertainty and next step', async ({
      page,
      county,
    }) => {
      await county.enter(page, javaScriptEnabled ? 'testedClerk' : 'testedClerkWithoutScripts')
      await page.goto(`${county.server.origin}/assessments/data-sql`)
      await county.shot(page, 'assessment-introduction')
      await page.locator('main form button[type=submit]').click()
      for (let position = 1; position <= 15; position++) {
        await expect(page).toHaveURL(new RegExp(`/attempts/[^/]+/${position}$`))
        if (position === 1) await county.shot(page, 'assessment-question')
        const form = page.locator('main form')
        const choice = form.locator('.choice input').first()
        if ((await choice.count()) > 0) {
          await choice.check()
          await form.locator('.actions button[type=submit]').click()
        } else {
          await form.locator('summary').click()
          await form.locator('details button').click()
        }
      }
      await expect(page).toHaveURL(/\/result$/)
      await expect(page.locator('svg[role=img]').first()).toBeVisible()
      await expect(page.locator('.nav [aria-current]')).toHaveAttribute('href', '/assessments')
      // The next step is a module or a lab by name, not the list of courses.
      await expect(page.locator('aside a.button')).toHaveAttribute(
        'href',
        /^\/(courses|labs)\/open-data-sql\/./,
      )
      // What went wrong leads to where it can be learnt.
      await expect(page.locator('.study-places a[href^="/courses/"]').first()).toBeVisible()
      await county.shot(page, 'assessment-result')
    })
  })
}
