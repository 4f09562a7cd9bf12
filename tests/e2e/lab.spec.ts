import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { samplesFile } from '#app/labs/domain/manifest.ts'
import { expect, test } from './county.ts'

const folder = 'content/courses/open-data-sql/labs/missing-reports'
const accepted = readFileSync(`${folder}/accepted.sql`, 'utf8')

/** A fresh server's sandbox has to prove itself first; until then the page says so. */
async function openLab(page: Page, address: string) {
  await expect(async () => {
    await page.goto(address)
    await expect(page.locator('details.table').first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
}

test('a learner runs queries, learns from a hint, and passes on data nobody has seen', async ({
  page,
  county,
}) => {
  await county.enter(page, 'labClerk')
  await page.goto(`${county.server.origin}/labs`)
  await county.shot(page, 'labs')
  await openLab(page, `${county.server.origin}/labs/open-data-sql/missing-reports`)
  const editor = page.locator('.cm-content')
  await expect(editor).toBeVisible()
  await county.shot(page, 'lab')
  const write = async (text: string) => {
    await editor.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(text)
  }

  await write('SELECT code, name FROM division_map')
  await page.locator('button[value=run]').click()
  await expect(page.locator('#results table')).toBeVisible()
  await write('SELECT oops FROM division_map')
  await page.locator('button[value=run]').click()
  await expect(page.locator('#results')).toContainText('no such column')

  await write('SELECT code, name, 1, 2 FROM division_map')
  await page.locator('button[value=submit]').click()
  await expect(page.locator('#results .fail').first()).toBeVisible({ timeout: 20_000 })
  await county.shot(page, 'lab-failed')

  await write(accepted)
  await page.locator('button[value=submit]').click()
  await expect(page.locator('#results .fail')).toHaveCount(0, { timeout: 20_000 })
  // Nothing but a check stands among the checks.
  const cases = parse(readFileSync(`${folder}/lab.yaml`, 'utf8')).cases.length
  await expect(page.locator('#results .pass')).toHaveCount(cases)
  await county.shot(page, 'lab-passed')

  await page.goto(`${county.server.origin}/record`)
  await expect(page.locator('.evidence-of-skill')).not.toHaveCount(0)
})

test('no press is lost while a query runs, and a result says when the query has changed since', async ({
  page,
  county,
}) => {
  await county.enter(page, 'labClerk')
  const address = `${county.server.origin}/labs/open-data-sql/township-coverage`
  await openLab(page, address)
  const editor = page.locator('.cm-content')
  const [run, submit] = ['run', 'submit'].map((value) => page.locator(`button[value=${value}]`))
  if (!run || !submit) throw new Error('no buttons')
  const write = async (text: string) => {
    await editor.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(text)
  }
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let presses = 0
  await page.route(address, async (route) => {
    if (route.request().method() === 'POST' && ++presses === 1) await held
    await route.continue()
  })
  const status = page.locator('[data-announce]')

  await write('SELECT 1 AS older')
  await run.click()
  await expect(run).toHaveAttribute('aria-disabled', 'true')
  await expect(submit).toHaveAttribute('aria-disabled', 'true')
  await expect(status).not.toBeEmpty()
  const running = (await status.textContent()) ?? ''
  await write('SELECT 2 AS newer')
  // Playwright waits for buttons that say they wait.
  await submit.focus()
  await page.keyboard.press('Enter')
  await expect(status).not.toHaveText(running)
  await expect(submit).toBeFocused()
  release()

  const results = page.locator('#results')
  await expect(results).toContainText('older')
  expect(presses).toBe(1)
  await expect(results.locator('[data-outdated]')).toBeVisible()
  await expect(submit).not.toHaveAttribute('aria-disabled')
  await county.shot(page, 'lab-outdated')
  await run.click()
  await expect(results).toContainText('newer')
  await expect(results.locator('[data-outdated]')).toBeHidden()
  await write('SELEC 1')
  await expect(results.locator('[data-outdated]')).toBeVisible()
  await run.click()
  await expect(results.locator('.feedback')).toContainText('SELEC')

  // A press that did nothing says so where it was made, also on a phone.
  await page.context().clearCookies({ name: /civic_session$/ })
  await run.click()
  await expect(page.locator('[data-announce].error')).toBeInViewport()
  await expect(page).toHaveURL(address)
  await county.shot(page, 'lab-signed-out')
})

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  test('the query lab is a plain form', async ({ page, county }) => {
    await county.enter(page, 'labClerkWithoutScripts')
    await openLab(page, `${county.server.origin}/labs/open-data-sql/missing-reports`)
    await page.locator('textarea[name=query]').fill(accepted)
    await page.locator('button[value=submit]').click()
    await expect(page.locator('#results .pass').first()).toBeVisible({ timeout: 20_000 })
    await expect(page.locator('#results .fail')).toHaveCount(0)
  })

  test('mails are judged by naming what shows it', async ({ page, county }) => {
    await county.enter(page, 'labClerkWithoutScripts')
    await page.goto(`${county.server.origin}/labs/security-for-everyone/phishing-triage`)
    const samples = samplesFile.parse(
      parse(
        readFileSync(
          'content/courses/security-for-everyone/labs/phishing-triage/samples.yaml',
          'utf8',
        ),
      ),
    ).samples
    await county.shot(page, 'mails')
    for (const article of await page.locator('article.check').all()) {
      const id = (await article.getAttribute('aria-labelledby'))?.replace('sample-', '') ?? ''
      const text = (await article.textContent()) ?? ''
      const sample =
        samples.find((s) => s.id === id) ??
        samples.find((s) => text.includes(s.subject['zh-CN']) || text.includes(s.subject.en))
      await article.locator(`input[type=radio][value=${sample?.verdict}]`).check()
      for (const clue of sample?.clues.filter(({ evidence }) => evidence) ?? []) {
        for (const label of await article.locator('.choice label').all()) {
          const words = (await label.textContent())?.trim()
          if (words === clue.text['zh-CN'] || words === clue.text.en) await label.click()
        }
      }
    }
    await page.locator('button[value=submit]').click()
    await expect(page.locator('main .results .fail')).toHaveCount(0)
    await expect(page.locator('main .results .pass').first()).toBeVisible()
    await county.shot(page, 'mails-judged')
  })
})
