import { chromium } from '@playwright/test'
import { findBrowser } from '../../app/cli/browser.mjs'

/**
 * Bytes over the wire that a first visit to a page costs a browser, by kind of file. Throws where the
 * page's heading is another than `title`.
 */
export async function coldWeight(
  url: string,
  { cookie, title }: { cookie: string; title: string },
): Promise<Record<string, number>> {
  const path = findBrowser()
  const browser = await chromium.launch({
    ...(path && { executablePath: path }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  })
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  const devTools = await context.newCDPSession(page)
  await devTools.send('Network.enable')
  const kinds = new Map<string, string>()
  const weight: Record<string, number> = {}
  devTools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other'
    weight[kind] = (weight[kind] ?? 0) + encodedDataLength
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const heading = await page.locator('h1').textContent()
  await browser.close()
  if (heading !== title) throw new Error(`the browser was shown “${heading}”`)
  return weight
}
