import { expect, test } from './county.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'with scripts off', () => {
    test.use({ javaScriptEnabled })

    test('a learner takes an assessment and is told level, uncertainty and next step', async ({
      page,
      county,
    }) => {
      await county.enter(page, 'clerk')
      await page.goto(`${county.server.origin}/assessments/data-sql`)
      await county.shot(page, 'assessment-introduction')
      await page.locator('main form button[type=submit]').click()
      for (let asked = 0; asked < 15; asked++) {
        await expect(page).toHaveURL(/\/attempts\/[^/]+\/\d+/)
        if (asked === 0) await county.shot(page, 'assessment-question')
        const form = page.locator('main form')
        const radio = form.locator('input[type=radio]').first()
        if ((await radio.count()) > 0) {
          await radio.check()
          await form.locator('button[type=submit]:not([name])').click()
        } else await form.locator('button[name]').click()
        if (/\/attempts\/[^/]+\/?$/.test(page.url())) break
      }
      if (!/\/result$/.test(page.url())) await page.locator('main form button[type=submit]').click()
      await expect(page).toHaveURL(/\/result$/)
      await expect(page.locator('svg[role=img]').first()).toBeVisible()
      await county.shot(page, 'assessment-result')
    })
  })
}
