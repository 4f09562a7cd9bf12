import { defineConfig, type Project } from '@playwright/test'
import { findBrowser } from './app/cli/browser.mjs'

const executablePath = findBrowser()
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * What is beside the week is walked in Chinese on a desk and in English on a phone: that is both of
 * both. Every page's way of Tab is walked on a desk alone, where keyboards are.
 */
const besideTheWeek = ['keyboard*', 'offline', 'refusals', 'site', 'unsent', 'without-scripts']

/** The week and every page by itself, in both languages, on a desk and on a phone. */
function project(locale: 'zh-CN' | 'en', width: 1280 | 390): Project {
  const viewport = { width, height: width === 390 ? 844 : 900 }
  const isWhole = (locale === 'zh-CN') === (width === 1280)
  const left = [...(isWhole ? [] : besideTheWeek), ...(width === 1280 ? [] : ['keyboard-pages'])]
  return {
    name: `${locale}-${width}`,
    use: { locale, viewport },
    testIgnore: left.map((name) => `**/${name}.spec.ts`),
  }
}

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/playwright',
  globalSetup: './tests/e2e/seeded-world.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    launchOptions: { args, ...(executablePath && { executablePath }) },
    trace: 'off',
  },
  projects: [
    project('zh-CN', 1280),
    project('zh-CN', 390),
    project('en', 1280),
    project('en', 390),
  ],
})
