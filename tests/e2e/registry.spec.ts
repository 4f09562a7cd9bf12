import { expect, searchAt, staff, test } from './county.ts'

const search =
  '/talent?search=1&purpose=%E5%BA%94%E6%80%A5%E4%B8%93%E7%8F%AD&place=below&must=data-sql&must-level=2'

test('an officer of the city finds a skill, not a name, until the person and the unit agree', async ({
  page,
  county,
}) => {
  const { origin } = county.server
  await county.enter(page, 'cityOfficer')
  await page.goto(`${origin}/talent`)
  await county.shot(page, 'talent-need')
  await searchAt(page, `${origin}${search}`)
  await expect(page.locator('.person').first()).toBeVisible()
  await expect(page.locator('main')).not.toContainText('曹雨晴')
  await county.shot(page, 'talent-results')

  const learner = await county.as('registered')
  await learner.goto(`${origin}/registry`)
  const code = /[2-9A-HJ-NP-Z]{6}(?=\W|$)/.exec(
    (await learner.locator('main').textContent()) ?? '',
  )?.[0]
  expect(code).toBeTruthy()
  await expect(learner.locator('main')).toContainText('应急专班')
  await county.shot(learner, 'registry')

  await page.locator(`a[href*="/talent/people/${code}"]`).first().click()
  await county.shot(page, 'talent-person')
  await page.locator('.crumbs a').click()
  await expect(page.locator('.person').first(), 'the search is kept').toBeVisible()
  await page.locator(`a[href*="/talent/people/${code}"]`).first().click()
  await page.locator(`a[href*="/talent/people/${code}/contact"]`).first().click()
  await page.locator('input[name=contract][value=temporary-posting]').check()
  await page.locator('input[name=secret][value=no]').check()
  await page.locator('[name=message]').fill('请协助核对三个县的报送数据，为期六个月。')
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL(/\/talent\/requests/)
  await expect(page.locator('.notice.done')).toBeVisible()
  await expect(page.locator('main')).not.toContainText('曹雨晴')

  // Taken back after a question, it is over, and may be made again at once.
  await page.locator('main a[href$="/withdrawal"]').click()
  await county.shot(page, 'request-recall')
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('.notice.done')).toBeVisible()
  await page.goto(
    `${origin}/talent/people/${code}/contact?purpose=${encodeURIComponent('应急专班')}`,
  )
  await page.locator('input[name=contract][value=temporary-posting]').check()
  await page.locator('input[name=secret][value=no]').check()
  await page.locator('[name=message]').fill('请协助核对三个县的报送数据，为期六个月。')
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL(/\/talent\/requests\//)
  const request = new URL(page.url()).pathname

  await learner.goto(`${origin}/registry`)
  await learner.locator('a[href*="/registry/requests/"]').first().click()
  await learner.locator('button[value=accepted]').click()
  await expect(learner.locator('.notice.done')).toBeVisible()

  const officer = await county.as('officer')
  await officer.goto(`${origin}/talent/unit-consents`)
  await officer.locator('a[href*="/talent/unit-consents/"]').first().click()
  await county.shot(officer, 'unit-consent')
  await officer.locator('button[value=accepted]').click()

  await page.goto(origin)
  await county.shot(page, 'home-answered')
  await page.locator('main .notice a[href="/talent/requests"]').click()
  const row = page.locator('.rows li').filter({ has: page.locator(`a[href="${request}"]`) })
  await expect(row.locator('.tag')).toHaveCount(2)
  await county.shot(page, 'requests-news')
  await row.locator('a').click()
  await page.goBack()
  await page.reload()
  await expect(row.locator('.tag'), 'read, it is no news').toHaveCount(1)
  await row.locator('a').click()
  await expect(page.locator('main')).toContainText('曹雨晴')
  await expect(page.locator('.notice.done'), 'both agreed: no word of waiting').toHaveCount(0)
  await county.shot(page, 'talent-identified')

  await learner.locator('main a[href$="/withdrawal"]').click()
  await county.shot(learner, 'request-withdrawal')
  await page.reload()
  await expect(page.locator('main'), 'nothing is taken back before the question').toContainText(
    '曹雨晴',
  )

  await learner.goto(`${origin}/registry/withdrawal`)
  await learner.locator('main form button[type=submit]').first().click()
  await page.reload()
  await expect(page.locator('main')).not.toContainText('曹雨晴')
  await searchAt(page, `${origin}${search}`)
  await expect(page.locator(`a[href*="${code}"]`)).toHaveCount(0)
})

test("the county's own officer sees own staff by name", async ({ page, county }) => {
  await county.enter(page, 'officer')
  await searchAt(
    page,
    `${county.server.origin}/talent?search=1&purpose=%E6%95%B0%E6%8D%AE%E4%B8%93%E7%8F%AD&place=own&must=data-sql&must-level=2`,
  )
  await expect(page.locator('main')).toContainText('邓云帆')
  await county.shot(page, 'talent-own-unit')
})

test('the cyberspace-affairs officer finds a white hat under a code name', async ({
  page,
  county,
}) => {
  await county.enter(page, 'cyberspace')
  await page.goto(`${county.server.origin}/white-hat`)
  await county.shot(page, 'white-hat-need')
  await searchAt(
    page,
    `${county.server.origin}/white-hat?search=1&purpose=%E7%94%B5%E5%AD%90%E5%8F%96%E8%AF%81&must=log-forensics&must-level=2`,
  )
  await expect(page.locator('.person').first()).toBeVisible()
  const text = (await page.locator('main').textContent()) ?? ''
  for (const name of ['何知微', '潘景行', 'SL0003', 'SL0019']) expect(text).not.toContain(name)
  await county.shot(page, 'white-hat-results')
})

test('the officer prints what the thirty learnt this month', async ({ page, county }) => {
  await county.enter(page, 'officer')
  await page.goto(`${county.server.origin}/reports/credit-hours`)
  expect(await page.locator('tbody tr').count()).toBeGreaterThanOrEqual(30)
  await expect(page.locator('main')).toContainText(staff.clerk)
  await county.shot(page, 'credit-hours')
})
