import { expect, test } from './county.ts'
import { faultsOfTab, tabTo } from './keyboard.ts'
import { groups, planWalk } from './site-walk.ts'

for (const group of groups) {
  test(`Tab comes to all that ${group.join(', ')} may press, and is seen there`, async ({
    county,
  }) => {
    const faults: string[] = []
    for (const who of group) {
      const page = who === 'nobody' ? await county.stranger() : await county.as(who)
      for (const { address } of planWalk(county.prepared).filter((stop) => stop.who === who)) {
        await page.goto(county.server.origin + address)
        await tabTo(page, '.skip')
        await page.keyboard.press('Enter')
        await expect(page.locator('main')).toBeFocused()
        for (const fault of await faultsOfTab(page)) faults.push(`${who} ${address}: ${fault}`)
      }
    }
    expect(faults).toEqual([])
  })
}
