import type { Locale } from '#app/shared/domain/text.ts'
import { getLocale } from './paraglide/runtime.js'

// Constructing a formatter costs 150 µs, so each is made once.
const formatters = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.Collator>()

function once<T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.Collator>(
  key: string,
  make: () => T,
): T {
  const found = formatters.get(key)
  if (found) return found as T
  const made = make()
  formatters.set(key, made)
  return made
}

/** The language of the page being rendered. */
export function currentLocale(): Locale {
  return getLocale()
}

const dateShape = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
const timeShape = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

function parts(at: number, timeZone: string, shape: Intl.DateTimeFormatOptions, kind: string) {
  const key = `${kind}:${timeZone}`
  return once(key, () => new Intl.DateTimeFormat('sv-SE', { ...shape, timeZone })).format(at)
}

/** `2026-11-22`: the same order in both languages, so that columns line up and sort. */
export function formatDate(at: number, timeZone: string): string {
  return parts(at, timeZone, dateShape, 'date')
}

/** A month called `2026-11` as people say it: 2026年11月, November 2026. */
export function formatMonth(name: string): string {
  const locale = currentLocale()
  const shape = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
  const formatter = once(`month:${locale}`, () => new Intl.DateTimeFormat(locale, shape))
  return formatter.format(Date.parse(`${name}-01`))
}

/** `14:02` */
export function formatTime(at: number, timeZone: string): string {
  return parts(at, timeZone, timeShape, 'time')
}

/** `2026-11-22 14:02`, in the reader's zone; name the zone beside it where it matters. */
export function formatDateTime(at: number, timeZone: string): string {
  return `${formatDate(at, timeZone)} ${formatTime(at, timeZone)}`
}

/** `2026-11-22 14:02 (北京时间)`: the same with the zone, where that matters. */
export function formatMoment(at: number, timeZone: string): string {
  return `${formatDateTime(at, timeZone)} (${zoneName(timeZone)})`
}

/** The zone's name as people say it: 北京时间 for the whole of China. */
export function zoneName(timeZone: string): string {
  const locale = currentLocale()
  if (timeZone === 'Asia/Shanghai') return locale === 'en' ? 'Beijing time' : '北京时间'
  const name = zoneNamed(timeZone, 'long')
  // A zone without a name of its own there (新疆) has one by its city.
  return /^(GMT|UTC)[+-]/.test(name) ? zoneNamed(timeZone, 'longGeneric') : name
}

function zoneNamed(timeZone: string, timeZoneName: 'long' | 'longGeneric'): string {
  const locale = currentLocale()
  const shape = { timeZone, timeZoneName }
  const formatter = once(
    `zone:${timeZoneName}:${locale}:${timeZone}`,
    () => new Intl.DateTimeFormat(locale, shape),
  )
  // The name of the present moment: London, for one, kept another time in 1970.
  const parts = formatter.formatToParts(Date.now())
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** A number with the language's separators. */
export function formatNumber(value: number, digits = 0): string {
  const locale = currentLocale()
  return once(
    `number:${locale}:${digits}`,
    () => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }),
  ).format(value)
}

/** A period given in months: in years where it is whole ones. */
export function formatPeriod(months: number): string {
  const locale = currentLocale()
  const unit = months % 12 === 0 ? 'year' : 'month'
  const shape = { style: 'unit', unit, unitDisplay: 'long' } as const
  return once(`period:${locale}:${unit}`, () => new Intl.NumberFormat(locale, shape)).format(
    unit === 'year' ? months / 12 : months,
  )
}

export function formatPercent(share: number): string {
  const locale = currentLocale()
  return once(
    `percent:${locale}`,
    () => new Intl.NumberFormat(locale, { style: 'percent' }),
  ).format(share)
}

/**
 * Compares as readers sort: Chinese by pinyin, on English pages too, where names of people and places
 * stay Chinese; Latin by the alphabet.
 */
export function compareText(a: string, b: string): number {
  return once('sort', () => new Intl.Collator('zh-CN', { numeric: true })).compare(a, b)
}

const clockShape = { ...timeShape, second: '2-digit' } as const

/** `14:02:31`, for what was saved a moment ago. */
export function formatClock(at: number, timeZone: string): string {
  return parts(at, timeZone, clockShape, 'clock')
}
