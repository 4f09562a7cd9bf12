import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import type { CountyNow } from './counties.ts'
import { preparedFile, seededFolder } from './folders.ts'
import type { Prepared } from './prepared-things.ts'
import { staff, type Who } from './staff.ts'

export { type Page, staff, type Who }

/** Opens a search at its address and sends it: one that comes from outside the site lists nobody. */
export async function searchAt(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('.search form button[type=submit]').click()
}

export type County = {
  server: { origin: string }
  prepared: Prepared
  password(staffNumber: string): string
  /** Makes this page's browser one that has signed in as one of the staff. */
  enter(page: Page, who: Who): Promise<void>
  /** Signs in with the form, as a person does. */
  signIn(page: Page, login: string, password: string): Promise<void>
  /** A page of another person's own browser, in the same language and width. */
  as(who: Who): Promise<Page>
  /** A page of a browser that nobody has signed in with. */
  stranger(): Promise<Page>
  /** The mails that the county's server has sent so far. */
  mails(): Promise<string[]>
  /** Keeps a picture of the page among the test's output. */
  shot(page: Page, name: string): Promise<void>
}

function readPasswords(): Map<string, string> {
  const text = readFileSync(join(seededFolder, 'demo-accounts.txt'), 'utf8')
  const lines = text.trim().split('\n')
  return new Map(lines.map((line) => line.split(/\s+/).slice(0, 2) as [string, string]))
}

async function askFor(name: string): Promise<CountyNow> {
  const answer = await fetch(process.env.CIVIC_COUNTIES + encodeURIComponent(name))
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

/** Each project has a county of its own. Its tests run side by side, so they use different people. */
export const test = base.extend<{ county: County }, { prepared: Prepared }>({
  prepared: [
    async ({ playwright: _ }, use) => use(JSON.parse(readFileSync(preparedFile, 'utf8'))),
    { scope: 'worker' },
  ],
  county: async ({ browser, prepared, locale, viewport, javaScriptEnabled }, use, info) => {
    const { origin } = await askFor(info.project.name)
    const passwords = readPasswords()
    const password = (staffNumber: string) => passwords.get(staffNumber) ?? ''
    const enter = async (page: Page, who: Who) => {
      const session = prepared.sessions[who]
      if (!session) throw new Error(`${who} has no session`)
      await page.context().addCookies([{ ...session, url: origin }])
    }
    const signIn = async (page: Page, login: string, secret: string) => {
      await page.goto(`${origin}/sign-in`)
      await page.locator('[name=login]').fill(login)
      await page.locator('[name=password]').fill(secret)
      await page.locator('main button[type=submit]').click()
    }
    const others: BrowserContext[] = []
    const stranger = async () => {
      const context = await browser.newContext({ locale, viewport, javaScriptEnabled })
      others.push(context)
      return context.newPage()
    }
    const as = async (who: Who) => {
      const page = await stranger()
      await enter(page, who)
      return page
    }
    const mails = async () => (await askFor(info.project.name)).mails
    const shot = async (page: Page, name: string) => {
      const path = join('test-results/week', info.project.name, `${name}.png`)
      // On a busy machine Chromium may give no picture the first time. A picture proves nothing.
      const take = () => page.screenshot({ path, fullPage: true })
      await expect(take).toPass({ timeout: 15_000 })
    }
    const server = { origin }
    await use({ server, prepared, password, enter, signIn, as, stranger, mails, shot })
    for (const context of others) await context.close()
  },
})

export { expect }
