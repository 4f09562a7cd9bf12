import { expect, type Page } from '@playwright/test'

/** What has the focus: whether it is what was looked for, and whether a person can see that it has. */
type Focus = { isWanted: boolean; isSeen: boolean; stop: string | null; html: string }

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
      // The number that `markStops` gave it; null where the focus has left the main part.
      stop:
        element.closest('main') &&
        (element.closest<HTMLElement>('[data-stop]')?.dataset.stop ?? ''),
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
  for (let presses = 0; presses < 100; presses++) {
    if (await wanted.evaluate((input) => input === document.activeElement)) {
      if (!(await wanted.isChecked())) await page.keyboard.press('Space')
      return
    }
    const isRadio = await wanted.evaluate((input) => input.getAttribute('type') === 'radio')
    await page.keyboard.press(isRadio ? 'ArrowDown' : 'Tab')
  }
  throw new Error(`the keys never come to ${value} of ${group}`)
}

/** Opens the file chooser of a field by the space bar, and chooses the file there. */
export async function chooseFile(
  page: Page,
  selector: string,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  // Asked for in time: only once the browser knows that somebody waits does it hand the chooser over.
  const chooser = page.waitForEvent('filechooser')
  await tabTo(page, selector)
  await page.keyboard.press('Space')
  await (await chooser).setFiles(file)
}

/**
 * What is wrong on the way of Tab through the main part, which has the focus already: what Tab does
 * not come to, and where it cannot be seen.
 */
export async function faultsOfTab(page: Page): Promise<string[]> {
  const wanted = await page.evaluate(markStops)
  const faults: string[] = []
  const reached = new Set<string>()
  let focus = await focusOn(page, '.cm-content')
  for (let presses = 0; focus.stop !== null && presses < 400; presses++) {
    // An editor keeps Tab for itself until Escape was pressed.
    if (focus.isWanted) await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    focus = await focusOn(page, '.cm-content')
    if (focus.stop !== null) reached.add(focus.stop)
    // An editor draws its ring a moment later.
    if (focus.isWanted) await page.waitForSelector('.cm-focused')
    if (!focus.isSeen && !(await focusOn(page, '*')).isSeen) {
      faults.push(`not to be seen: ${focus.html}`)
    }
  }
  for (const [stop, html] of Object.entries(wanted)) {
    if (!reached.has(stop)) faults.push(`Tab does not come to ${html}`)
  }
  return faults
}

/** Numbers what should take the focus in the main part. A group of radio buttons is one stop. */
function markStops(): Record<string, string> {
  const stops: Record<string, string> = {}
  const groups = new Map<string, string>()
  const focusable = 'a[href], button, input, select, textarea, summary, [contenteditable=true]'
  for (const element of document.querySelectorAll<HTMLElement>(`main :is(${focusable})`)) {
    const isOff = element.matches(':disabled, [type=hidden], [tabindex="-1"]')
    if (isOff || !element.checkVisibility({ visibilityProperty: true })) continue
    const { type, name, form } = element as HTMLInputElement
    const group = type === 'radio' ? `${form?.action} ${name}` : ''
    const number = groups.get(group) ?? String(Object.keys(stops).length + 1)
    if (group) groups.set(group, number)
    element.dataset.stop = number
    stops[number] ??= element.outerHTML.slice(0, 160)
  }
  return stops
}
