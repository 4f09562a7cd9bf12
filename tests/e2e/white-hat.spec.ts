import { cpSync } from 'node:fs'
import { rebuildWhiteHatPool } from '#db/white-hat/rebuild.server.ts'
import { freshFolder } from '#tests/prepared.ts'
import { startServer } from '#tests/server.ts'
import { closeWorld, openWorld } from '#tests/world.ts'
import { expect, type Page, searchAt, staff, test } from './county.ts'
import { seededFolder } from './folders.ts'

const registry =
  '/talent?search=1&purpose=%E6%95%B0%E6%8D%AE%E4%B8%93%E7%8F%AD&place=own&must=data-sql&must-level=3'
const pool =
  '/white-hat?search=1&purpose=%E7%94%B5%E5%AD%90%E5%8F%96%E8%AF%81&role=digital-forensics-analyst&must=log-forensics&must-level=2'

async function submit(page: Page) {
  await page.locator('main form button[type=submit]').first().click()
}

async function codeNames(page: Page): Promise<string[]> {
  const titles = await page.locator('.person h3').allTextContents()
  return titles.map((title) => /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(title)?.[0] ?? title).sort()
}

test('a learner applies, is found under a code name the next day, withdraws and is gone', async ({
  browser,
  county,
  locale,
  viewport,
}) => {
  test.setTimeout(150_000)
  // A county of its own: its server is stopped for the night.
  const { folder, forget } = freshFolder()
  cpSync(seededFolder, folder, { recursive: true })
  // A log with every request, to look for what it must not say.
  let server = await startServer(folder, { LOG_LEVEL: 'info' })
  let logged = ''
  const arrive = async (who: 'waitingForUnit' | 'officer' | 'cyberspace') => {
    const page = await (await browser.newContext({ locale, viewport })).newPage()
    await page.context().addCookies([{ ...county.prepared.sessions[who]!, url: server.origin }])
    return page
  }
  const learner = await arrive('waitingForUnit')
  const officer = await arrive('officer')
  const cyberspace = await arrive('cyberspace')
  const go = (page: Page, path: string) => page.goto(`${server.origin}${path}`)
  const look = (page: Page, path: string) => searchAt(page, `${server.origin}${path}`)

  await look(officer, registry)
  await expect(officer.locator('#results')).toContainText('余安澜')
  await look(cyberspace, pool)
  const before = await codeNames(cyberspace)

  await go(learner, '/registry')
  await learner.locator('main a[href="/white-hat/apply"]').click()
  await county.shot(learner, 'white-hat-roles')
  await go(learner, '/white-hat/apply/red-team')
  await expect(learner.locator('main .notice.warn'), 'levels not met are said first').toBeVisible()
  await county.shot(learner, 'white-hat-below')
  await go(learner, '/white-hat/apply')
  await learner.locator('a[href="/white-hat/apply/digital-forensics-analyst"]').click()
  await county.shot(learner, 'white-hat-sure')
  await submit(learner)
  await expect(learner.locator('.notice.done')).toBeVisible()
  await county.shot(learner, 'white-hat-applied')
  await go(learner, '/registry')
  await county.shot(learner, 'white-hat-registry')
  await expect(learner.locator('main form')).toHaveCount(0)

  await look(officer, registry)
  await expect(officer.locator('#results')).not.toContainText('余安澜')
  // Nothing in the masked pool moves at the moment they applied.
  await look(cyberspace, pool)
  expect(await codeNames(cyberspace)).toEqual(before)
  logged += server.said()
  await server.stop()

  server = await startServer(folder, { LOG_LEVEL: 'info' })
  const found = async () => {
    await look(cyberspace, pool)
    return codeNames(cyberspace)
  }
  // Nor when the server starts again on the same day.
  expect(await found()).toEqual(before)
  logged += server.said()
  await server.stop()
  await openWorld(folder)
  await rebuildWhiteHatPool()
  await closeWorld()

  server = await startServer(folder, { LOG_LEVEL: 'info' })
  await expect.poll(found).toHaveLength(before.length + 1)
  const [own] = (await found()).filter((name) => !before.includes(name))
  expect(own).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  const text = (await cyberspace.locator('main').textContent()) ?? ''
  for (const who of ['余安澜', staff.waitingForUnit]) expect(text).not.toContain(who)
  await county.shot(cyberspace, 'white-hat-found')

  await go(learner, '/white-hat/apply')
  await expect(learner.locator('main')).not.toContainText(own!)
  await learner.locator('a[href="/white-hat/withdrawal"]').click()
  await county.shot(learner, 'white-hat-withdrawal')
  await submit(learner)
  await expect(learner.locator('.notice.done')).toBeVisible()
  expect(await found()).toEqual(before)
  await look(officer, registry)
  await expect(officer.locator('#results')).not.toContainText('余安澜')

  logged += server.said()
  await server.stop()
  forget()
  expect(logged).toContain('"path":"/registry/…"')
  for (const secret of [own!, staff.waitingForUnit, '余安澜', 'forensics', 'white-hat/apply']) {
    expect(logged).not.toContain(secret)
  }
})

test('who may not search the pool gets 404 there', async ({ page, county }) => {
  await county.enter(page, 'officer')
  for (const path of ['/white-hat', pool]) {
    const answer = await page.goto(`${county.server.origin}${path}`)
    expect(answer?.status()).toBe(404)
  }
})
