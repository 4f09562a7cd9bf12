import { expect, test, type Who } from './county.ts'
import { addressOf, visitors } from './site-walk.ts'

/** What each of them might try: the week's pages of somebody else. The whole walk is over HTTP. */
const tries: Partial<Record<Who, string[]>> = {
  busyLearner: ['/talent', '/white-hat', '/staff', '/authoring', '/reviews/:id', '/audit'],
  officer: ['/white-hat', '/staff/import', '/reviews', '/audit'],
  cityOfficer: ['/talent/unit-consents', '/staff', '/reports/credit-hours', '/white-hat'],
  secondAuthor: ['/reviews', '/reviews/:id', '/talent', '/staff'],
  reviewer: ['/authoring', '/talent/people/:code', '/organisation'],
  administrator: ['/talent', '/reports/credit-hours', '/authoring', '/audit'],
  cyberspace: ['/talent', '/staff/:personId', '/audit'],
  auditor: ['/staff', '/talent', '/white-hat', '/reports/credit-hours'],
}

test('a page of somebody else is not there, and the way out is', async ({ county }) => {
  const { origin } = county.server
  const { routes } = county.prepared
  for (const [name, paths] of Object.entries(tries)) {
    const who = name as Who
    const page = await county.as(who)
    for (const path of paths) {
      const loader = routes.find((route) => route.path === path)?.loader ?? null
      expect(visitors(loader), `${who} may not open ${path}`).not.toContain(who)
      const answer = await page.goto(origin + addressOf(path, county.prepared))
      expect(answer?.status(), `${who} ${path}`).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator(`.nav a[href="${path}"]`)).toHaveCount(0)
    }
    if (who === 'busyLearner') await county.shot(page, 'not-found')
    await page.locator('main a.button').click()
    await expect(page.locator('.next'), `${who} is at home again`).toBeVisible()
  }
})

test('somebody who has not signed in is asked to, and comes to the page', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  await page.goto(`${origin}/staff?q=SL0001`)
  await expect(page).toHaveURL(/\/sign-in\?return=/)
  await page.locator('[name=login]').fill('SL0002')
  await page.locator('[name=password]').fill(county.password('SL0002'))
  await page.locator('main button[type=submit]').click()
  await expect(page).toHaveURL(`${origin}/staff?q=SL0001`)
  await expect(page.locator('table')).toContainText('SL0001')
})
