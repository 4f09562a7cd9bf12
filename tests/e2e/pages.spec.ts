import { expect, test } from './county.ts'
import { addressOf, faultsOf, groups, pagesOf, planWalk, visitors } from './site-walk.ts'

for (const group of groups) {
  test(`every page that ${group.join(', ')} may open is well made`, async ({ county, locale }) => {
    const stops = planWalk(county.prepared).filter(({ who }) => group.includes(who))
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
  const stops = planWalk(county.prepared)
  const walked = new Set(groups.flat())
  expect(stops.filter(({ who }) => !walked.has(who))).toEqual([])
  for (const { path, loader } of pagesOf(county.prepared)) {
    expect(visitors(loader), path).not.toEqual([])
    expect(addressOf(path, county.prepared), path).not.toContain(':')
  }
})
