import { existsSync } from 'node:fs'
import { aptInstall, canApt, run, say } from './install.mjs'

/** Where Debian and others put a Chromium; Playwright's own is looked for by Playwright. */
const systemBrowsers = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
]
/** The same browser; the first draws no windows of its own, so that pages open in two thirds of the time. */
const debianBrowsers = ['chromium-headless-shell', 'chromium']
const playwright = 'node_modules/@playwright/test/cli.js'

/** The browser of this machine; undefined where Playwright has to use its own. */
export function findBrowser(places = systemBrowsers) {
  return places.find((path) => existsSync(path))
}

/**
 * Sees to a browser for the journeys: the one of the machine, else Debian's through apt-get where we
 * are root, else Playwright's own. Returns whether there is one. The arguments are for tests.
 */
export function prepareBrowser(places = systemBrowsers, installer = playwright) {
  if (findBrowser(places)) return true
  const canInstall = canApt()
  for (const name of debianBrowsers) {
    if (canInstall && aptInstall([name, 'fonts-noto-cjk'])) return true
  }
  say('Installing a browser with Playwright …')
  if (run(process.execPath, [installer, 'install', 'chromium'])) return true
  say('No browser could be installed: the journeys will fail. On Debian: apt-get install chromium')
  return false
}
