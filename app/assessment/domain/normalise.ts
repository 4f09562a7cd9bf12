import type { Bilingual } from '#app/shared/domain/text.ts'

/**
 * `text` as short answers are compared: NFKC (full-width letters and digits become half-width),
 * lower case, no spaces at the ends and single ones within.
 */
export function normaliseText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

const decimal = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$/

/**
 * The number a person wrote, or null. Full-width digits, '，' between thousands, '．', the minus
 * sign '−' and spaces are understood; the question's unit may follow. Exponents are not: nobody
 * writes 1e3 by hand.
 */
export function parseNumber(text: string, unit?: Bilingual): number | null {
  const squeezed = (t: string) =>
    normaliseText(t)
      .replace(/\s/g, '')
      .replace(/\u2212/g, '-')
  let written = squeezed(text)
  for (const name of unit ? [unit['zh-CN'], unit.en].map(squeezed) : []) {
    if (name !== '' && written.endsWith(name)) {
      written = written.slice(0, -name.length)
      break
    }
  }
  if (!decimal.test(written) || !/\d/.test(written)) return null
  return Number(written.replaceAll(',', ''))
}
