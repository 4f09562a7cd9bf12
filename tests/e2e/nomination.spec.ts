import { expect, test } from './county.ts'

const course = '/courses/open-data-sql'
const day = 24 * 60 * 60 * 1000

test('the officer nominates people for a course, they see it first, and a nomination is taken back', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  const theirs = await county.as('nominee')
  const next = theirs.locator('.next')

  await county.enter(page, 'officer')
  await page.goto(`${origin}/nominations`)
  await county.shot(page, 'nominations')
  await page.goto(`${origin}/nominations/open-data-sql/people`)
  const send = page.locator('main form[method=post] button[type=submit]:not([name])')
  await send.click()
  await expect(page.locator('.error-summary')).toBeVisible()
  const clerk = page.locator(`input[name=person][value="${county.prepared.personIds.nominee}"]`)
  await clerk.check()
  await page.locator('[name=due]').fill('2020-01-31')
  await send.click()
  await expect(page.locator('#f-due-error')).toBeVisible()
  await expect(clerk).toBeChecked()
  await county.shot(page, 'nominate')
  // To look for somebody else loses neither who is chosen nor the deadline.
  await page.locator('[name=due]').fill('2099-12-31')
  await page.locator('[name=q]').fill('nobody of this name')
  await page.locator('button[name=show]').click()
  await expect(page.locator('main table')).toHaveCount(0)
  await expect(clerk).toBeChecked()
  await expect(page.locator('[name=due]')).toHaveValue('2099-12-31')
  await county.shot(page, 'nominate-filtered')
  const due = new Date(Date.now() + 14 * day).toISOString().slice(0, 10)
  await page.locator('[name=due]').fill(due)
  await send.click()
  await expect(page.locator('.notice.done')).toBeVisible()
  const row = page.locator('tr').filter({ has: clerk })
  await expect(row).toContainText(due)
  await expect(row).toContainText(/0\D+4/)
  await county.shot(page, 'nominated')

  await theirs.goto(origin)
  await expect(next.locator('a.button')).toHaveAttribute('href', new RegExp(course))
  await expect(next).toContainText(due)
  await county.shot(theirs, 'home-nominated')

  await clerk.check()
  await send.click()
  await expect(page.locator('button.danger')).toBeVisible()
  await county.shot(page, 'nomination-withdrawal')
  await page.locator('button.danger').click()
  await expect(page.locator('.notice.done')).toBeVisible()
  await expect(clerk).toHaveCount(0)
  await theirs.reload()
  await expect(next).toBeVisible()
  await expect(theirs.locator('main')).not.toContainText(due)
})
