import { expect, type Page } from '@playwright/test'

/** What has the focus: whether it is what was looked for, and whether a person can see that it has. */
type Focus = { isWanted: boolean; isSeen: boolean; html: string }

function focusOn(page: Page, wanted: string): Promise<Focus> {
  return page.evaluate((selector) => {
    const element = document.activeElement ?? document.body
    // An editor draws the ring around itself, not around the lines in it.
    const drawn = element.closest('.cm-editor') ?? element
    const { outlineStyle, boxShadow } = getComputedStyle(drawn)
    const { top, bottom, left, right, width, height } = drawn.getBoundingClientRect()
    const isInView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
    const hasRing = outlineStyle !== 'none' || boxShadow !== 'none'
    const isSeen = hasRing && isInView && width > 1 && height > 1
    return {
      isWanted: element.matches(selector),
      isSeen: isSeen || element === document.body,
      html: element.outerHTML.slice(0, 160),
    }
  }, wanted)
}

/** Presses Tab until `selector` has the focus. Fails where a stop on the way cannot be seen. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    const { isWanted, isSeen, html } = await focusOn(page, selector)
    // An editor draws its ring a moment later.
    const isSeenSoon = async () => isSeen || (await focusOn(page, selector)).isSeen
    await expect.poll(isSeenSoon, `the focus can be seen on ${html}`).toBe(true)
    if (isWanted) return
  }
  throw new Error(`Tab never comes to ${selector}`)
}

/** Goes to a link or a button by Tab, presses Enter on it, and waits for the page that it opens. */
export async function enterOn(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  await page.waitForLoadState()
}

/** Goes to a field by Tab and types into it. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.insertText(text)
}

/** Goes to a list by Tab and moves down to the value. */
export async function chooseIn(page: Page, selector: string, value: string): Promise<void> {
  await tabTo(page, selector)
  const list = page.locator(selector).first()
  for (let presses = 0; presses < 100; presses++) {
    if ((await list.inputValue()) === value) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`ArrowDown never comes to ${value} in ${selector}`)
}

/** Goes to a radio button or a box by Tab and arrows, and chooses it. */
export async function tick(page: Page, group: string, value: string): Promise<void> {
  const wanted = page.locator(`${group}[value="${value}"]`).first()
  await tabTo(page, group)
  for (let presses = 0; presses < 20; presses++) {
    if (await wanted.evaluate((input) => input === document.activeElement)) {
      if (!(await wanted.isChecked())) await page.keyboard.press('Space')
      return
    }
    const isRadio = await wanted.evaluate((input) => input.getAttribute('type') === 'radio')
    await page.keyboard.press(isRadio ? 'ArrowDown' : 'Tab')
  }
  throw new Error(`the keys never come to ${value} of ${group}`)
}
