import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './county.ts'

const pages = ['/sign-in', '/privacy', '/accessibility', '/browsers', '/sources', '/offline']

test('what everyone may look up reads well, and nothing sticks out', async ({ county, page }) => {
  for (const path of pages) {
    await page.goto(county.server.origin + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([])
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways).toBeLessThanOrEqual(0)
    await county.shot(page, `site${path.replaceAll('/', '-')}`)
  }
})

test('the auditor checks the trail', async ({ county, page }) => {
  await county.enter(page, 'auditor')
  await page.goto(`${county.server.origin}/audit?action=session.`)
  await expect(page.getByRole('table')).toContainText('session.started')
  await page.locator('main form[method=post] button').click()
  await expect(page.locator('.notice.done')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  await county.shot(page, 'audit')
})
