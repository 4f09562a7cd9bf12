import { expect, test } from './county.ts'

test('the auditor checks the trail', async ({ county, page }) => {
  await county.enter(page, 'auditor')
  await page.goto(`${county.server.origin}/audit?action=session.`)
  await expect(page.getByRole('table')).toContainText('session.started')
  await page.locator('main form[method=post] button').click()
  await expect(page.locator('.notice.done')).toBeVisible()
  await county.shot(page, 'audit')
})
