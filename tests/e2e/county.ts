import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { freshFolder } from '#tests/prepared.ts'
import { type RunningServer, startServer } from '#tests/server.ts'
import { seededFolder } from './seeded-world.ts'

/** Who of the demonstration county does what (content/demonstration/county.yaml). */
export const staff = {
  administrator: 'SL0002',
  officer: 'SL0006',
  reviewer: 'SL0011',
  author: 'SL0010',
  secondAuthor: 'SL0012',
  /** In the talent pool, with SQL at practitioner level attested. */
  registered: 'SL0013',
  /** In the pool as well; nobody withdraws them. */
  alsoRegistered: 'SL0014',
  /** In the pool, with log forensics at working level; applies as a white hat. */
  futureWhiteHat: 'SL0018',
  /** Clerks of the service window, one for each journey that leaves traces. */
  clerk: 'SL0022',
  clerkWithoutScripts: 'SL0023',
  hastyClerk: 'SL0024',
  hastyClerkWithoutScripts: 'SL0025',
  labClerk: 'SL0026',
  labClerkWithoutScripts: 'SL0027',
  testedClerk: 'SL0028',
  testedClerkWithoutScripts: 'SL0029',
  clerkOfTheOldVersion: 'SL0030',
  cityOfficer: 'CS0001',
  cyberspace: 'CS0002',
  auditor: 'CS0003',
} as const
export type Who = keyof typeof staff

export type County = {
  server: RunningServer
  password(staffNumber: string): string
  /** Signs this page's browser in as one of the staff. */
  enter(page: Page, who: Who): Promise<void>
  /** A page of another person's own browser, in the same language and width. */
  as(who: Who): Promise<Page>
  /** Keeps a picture of the page among the test's output. */
  shot(page: Page, name: string): Promise<void>
}

function readPasswords(): Map<string, string> {
  const text = readFileSync(join(seededFolder, 'demo-accounts.txt'), 'utf8')
  const lines = text.trim().split('\n')
  return new Map(lines.map((line) => line.split(/\s+/).slice(0, 2) as [string, string]))
}

let passwords: Map<string, string> | undefined

/** Read when first asked for: the seeded county is made after the tests are listed. */
function passwordOf(staffNumber: string): string {
  passwords ??= readPasswords()
  return passwords.get(staffNumber) ?? ''
}

/** Signs the page's browser in at `origin` as one of the staff. */
export async function signIn(page: Page, origin: string, who: Who): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.locator('[name=login]').fill(staff[who])
  await page.locator('[name=password]').fill(passwordOf(staff[who]))
  await page.locator('main button[type=submit]').click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** A folder with a county of its own, for a test that stops and starts the server. */
export function ownCounty(): { folder: string; forget(): void } {
  const own = freshFolder()
  cpSync(seededFolder, own.folder, { recursive: true })
  return own
}

/**
 * Each worker has a county of its own: a copy of the seeded one, behind a server of its own, since a
 * server's sandbox takes a while to prove itself. Tests that share it use different people.
 */
export const test = base.extend<{ county: County }, { server: RunningServer }>({
  server: [
    async ({ playwright: _ }, use) => {
      const { folder, forget } = ownCounty()
      const server = await startServer(folder)
      await use(server)
      await server.stop()
      forget()
    },
    { scope: 'worker' },
  ],
  county: async ({ browser, server, locale, viewport, javaScriptEnabled }, use, info) => {
    const enter = (page: Page, who: Who) => signIn(page, server.origin, who)
    const as = async (who: Who) => {
      const context = await browser.newContext({ locale, viewport, javaScriptEnabled })
      const page = await context.newPage()
      await enter(page, who)
      return page
    }
    const shot = async (page: Page, name: string) => {
      const path = join('test-results/week', info.project.name, `${name}.png`)
      await page.screenshot({ path, fullPage: true })
    }
    await use({ server, password: passwordOf, enter, as, shot })
  },
})

export { expect }
