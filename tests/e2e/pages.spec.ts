import { type County, expect, test, type Who } from './county.ts'
import { addressOf, faultsOf, visitors } from './site-walk.ts'

/** What some pages show only when they are asked for it. */
const askedFor: Partial<Record<Who | 'nobody', string[]>> = {
  officer: ['/talent?search=1&purpose=probepurpose=x&place=own&must=data-sql&must-level=2'],
  cityOfficer: ['/talent?search=1&purpose=probepurpose=x&place=below&must=data-sql&must-level=2'],
  cyberspace: ['/white-hat?search=1&purpose=probepurpose=x&must=log-forensics&must-level=2'],
  secondAuthor: ['zh', 'en', 'quiz', 'settings'].map(
    (part) => `/authoring/drafts/:id?part=${part}`,
  ),
  auditor: ['/audit?action=learning'],
}

/** Addresses that take a form only, and what a role may ask for in general but not here. */
const absent: Partial<Record<Who | 'nobody', string[]>> = {
  nobody: ['/language', '/reading-comfort', '/*'],
  officer: [
    '/talent/people/:code/contact',
    '/talent/requests/:id',
    '/talent/requests/:id/withdrawal',
  ],
}

type Stop = { who: Who | 'nobody'; address: string; status: number }

function statusOf(who: Who | 'nobody', path: string): number {
  if (absent[who]?.includes(path)) return 404
  // The samples' links are used up.
  return path.endsWith('/:token') ? 410 : 200
}

const pagesOf = ({ routes }: County['prepared']) => routes.filter(({ page }) => page)

function plan({ prepared }: County): Stop[] {
  const stops: Stop[] = []
  for (const { path, loader } of pagesOf(prepared)) {
    const address = addressOf(path, prepared)
    for (const who of visitors(loader)) stops.push({ who, address, status: statusOf(who, path) })
  }
  for (const [who, addresses] of Object.entries(askedFor)) {
    for (const asked of addresses) {
      const [path = '', query = ''] = asked.split('?')
      const address = `${addressOf(path, prepared)}?${query}`
      stops.push({ who: who as Who, address, status: 200 })
    }
  }
  return stops
}

const groups: (Who | 'nobody')[][] = [
  ['nobody', 'auditor', 'cyberspace'],
  ['officer', 'cityOfficer'],
  ['busyLearner'],
  ['secondAuthor', 'reviewer'],
  ['administrator'],
]

for (const group of groups) {
  test(`every page that ${group.join(', ')} may open is well made`, async ({ county, locale }) => {
    const stops = plan(county).filter(({ who }) => group.includes(who))
    expect(stops.length).toBeGreaterThan(group.length)
    const faults: string[] = []
    for (const who of group) {
      const page = who === 'nobody' ? await county.stranger() : await county.as(who)
      for (const { address, status } of stops.filter((stop) => stop.who === who)) {
        const answer = await page.goto(county.server.origin + address)
        if (answer?.status() !== status) faults.push(`${who} ${address}: ${answer?.status()}`)
        // An address lists nobody by itself: the form is there to be sent.
        if (address.includes('search=1')) {
          await page.locator('.search form button[type=submit]').click()
          await expect(page.locator('.person').first()).toBeVisible()
        }
        for (const fault of await faultsOf(page, String(locale))) {
          faults.push(`${who} ${address}: ${fault}`)
        }
      }
    }
    expect(faults).toEqual([])
  })
}

test('the walk leaves out no page and nobody', async ({ county }) => {
  const stops = plan(county)
  const walked = new Set(groups.flat())
  expect(stops.filter(({ who }) => !walked.has(who))).toEqual([])
  for (const { path, loader } of pagesOf(county.prepared)) {
    expect(visitors(loader), path).not.toEqual([])
    expect(addressOf(path, county.prepared), path).not.toContain(':')
  }
})
