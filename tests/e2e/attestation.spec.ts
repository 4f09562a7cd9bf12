import { expect, test } from './county.ts'

test('the unit attests a skill of one of its staff, who reads why; withdrawn, it counts no more', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  const grounds = '半年来每周汇总窗口办件数据，股长抽查没有差错。'
  await county.enter(page, 'officer')
  await page.goto(`${origin}/staff/${county.prepared.personIds.promoted}`)
  await page.locator('a[href^="/talent/attestations/"]').click()
  await expect(page.locator('.empty')).toBeVisible()
  await page.locator('[name=skill]').selectOption('data-sql')
  await page.locator('main form button[type=submit]').click()
  await county.shot(page, 'attest')

  await page.locator('[name=grounds]').fill(grounds)
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('#f-level-error')).toBeVisible()
  await expect(page.locator('[name=grounds]')).toHaveValue(grounds)
  await page.locator('#f-level-2').check()
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('.notice.done')).toBeVisible()
  await expect(page.locator('main')).toContainText(grounds)
  await county.shot(page, 'attestations')

  const theirs = await county.as('promoted')
  await theirs.goto(`${origin}/record`)
  const skill = theirs.locator('.evidence-of-skill').filter({ hasText: grounds })
  await expect(skill).toContainText('60')
  await county.shot(theirs, 'record-attested')

  await page.locator('a[href$="/withdrawal"]').click()
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('#f-reason-error')).toBeVisible()
  await page.locator('[name=reason]').fill('登记错了人，应为同股的另一位同事。')
  await county.shot(page, 'attestation-withdrawal')
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('.empty')).toBeVisible()
  await theirs.reload()
  await expect(skill).toHaveCount(0)
  await expect(theirs.locator('main')).toContainText('登记错了人')
  await county.shot(theirs, 'record-attestation-withdrawn')
})
