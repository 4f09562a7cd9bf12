import { AsyncLocalStorage } from 'node:async_hooks'
import { type Locale, locales } from '#app/shared/domain/text.ts'
import { overwriteGetLocale } from './paraglide/runtime.js'

const storage = new AsyncLocalStorage<Locale>()
overwriteGetLocale(() => storage.getStore() ?? 'zh-CN')

/** Runs `work` with every message in `locale`. */
export function inLocaleOf<T>(locale: Locale, work: () => T): T {
  return storage.run(locale, work)
}

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

/** The language to begin with: what was chosen in this browser, else what it asks for, else Chinese. */
export function negotiateLocale(chosen: string | undefined, acceptLanguage: string): Locale {
  if (isLocale(chosen)) return chosen
  for (const part of acceptLanguage.slice(0, 200).split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase()
    if (language === 'zh') return 'zh-CN'
    if (language === 'en') return 'en'
  }
  return 'zh-CN'
}
