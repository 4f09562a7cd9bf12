import { expect, test } from '@playwright/test'
import { freshFolder } from '#tests/prepared.ts'
import { startServer } from '#tests/server.ts'

test.describe('without a network', () => {
  test('a page that cannot be reached is replaced by one that says what to do', async ({
    page,
    context,
    locale,
    javaScriptEnabled,
  }) => {
    test.skip(javaScriptEnabled === false, 'a service worker is a script')
    const data = freshFolder()
    const server = await startServer(data.folder)
    await page.goto(`${server.origin}/sign-in`)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
    const kept = await page.evaluate(async () => {
      const cache = await caches.open('civic-offline-1')
      return (await cache.keys()).map(({ url }) => new URL(url).pathname)
    })
    expect(kept.filter((path) => path !== '/offline' && !path.startsWith('/build/'))).toEqual([])
    await server.stop()
    await context.setOffline(true)
    await page.goto(`${server.origin}/privacy`)
    const title = locale === 'en' ? 'There is no connection just now' : '现在连不上网络'
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    const family = await page.evaluate(() => getComputedStyle(document.body).fontFamily)
    expect(family).not.toContain('Times')
    data.forget()
  })
})
