import { expect, searchAt, staff, test } from './county.ts'

test('the auditor checks the trail', async ({ county, page }) => {
  await county.enter(page, 'auditor')
  await page.goto(`${county.server.origin}/audit?action=response.given`)
  const chosen = page.locator('#f-action option:checked')
  const words = String(await chosen.textContent())
  expect(words).not.toContain('response')
  const rows = page.locator('.events tbody tr')
  await expect(rows.first()).toContainText(words)
  const detail = rows.first().locator('details')
  await detail.locator('summary').click()
  await expect(detail.locator('dd').first()).toBeVisible()
  const heights = await rows.evaluateAll((all) => all.map((row) => row.clientHeight))
  expect(Math.max(...heights.slice(1))).toBeLessThan(140)
  const filter = page.locator('.filter .field')
  const tops = await filter.evaluateAll((all) =>
    all.map((each) => Math.round(each.getBoundingClientRect().top)),
  )
  if (page.viewportSize()?.width === 1280) expect(new Set(tops).size).toBe(1)
  await page.locator('main form[method=post] button').click()
  await expect(page.locator('.notice.done')).toBeVisible()
  await county.shot(page, 'audit')
})

test('the auditor finds what a person did, and why an officer looked', async ({ county, page }) => {
  const { origin } = county.server
  const officer = await county.as('cityOfficer')
  await searchAt(
    officer,
    `${origin}/talent?search=1&purpose=${encodeURIComponent('核对审计用途')}&place=below&must=data-sql&must-level=4&region=9901`,
  )
  await county.enter(page, 'auditor')
  const rows = page.locator('.events tbody tr')
  const by = async (actor: string) => {
    await page.goto(`${origin}/audit`)
    await page.locator('[name=actor]').fill(actor)
    await page.locator('.filter button').click()
  }
  await by('邓云帆')
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.locator('[name=actor]')).toHaveAttribute('aria-invalid', 'true')
  await expect(rows).toHaveCount(0)
  await county.shot(page, 'audit-unknown')
  await by(staff.busyLearner)
  await expect(rows.first()).toBeVisible()
  const shown = String(await rows.first().locator('code').first().textContent())
  await by(shown)
  await expect(rows.first().locator('code').first()).toHaveText(shown)

  await page.goto(`${origin}/audit?action=registry.searched`)
  const row = rows.filter({ hasText: '核对审计用途' }).first()
  await row.locator('summary').click()
  await expect(row).toContainText('顾知远')
  for (const raw of ['data-sql', 'must=', 'region=']) await expect(row).not.toContainText(raw)
  await county.shot(page, 'audit-why')
})

test('pages of writing and reviewing, and a page that is missing, have titles of their own', async ({
  county,
}) => {
  const { draftId, draftInReviewId } = county.prepared
  const draft = `/authoring/drafts/${draftId}`
  const parts = ['', '/changes', '/pictures', '/submission', '/removal']
  const asked = {
    secondAuthor: ['/authoring', '/authoring/help', '/authoring/new', '/no-such-page'].concat(
      parts.map((part) => draft + part),
    ),
    reviewer: ['/reviews', `/reviews/${draftInReviewId}`],
  } as const
  for (const who of ['secondAuthor', 'reviewer'] as const) {
    const page = await county.as(who)
    const titles: string[] = []
    for (const address of asked[who]) {
      await page.goto(county.server.origin + address)
      titles.push(await page.title())
    }
    expect(titles.filter((title) => !title.includes(' · '))).toEqual([])
    expect(new Set(titles).size).toBe(titles.length)
  }
})
