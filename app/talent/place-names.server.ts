import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { currentLocale } from '#app/shared/i18n/format.ts'

/**
 * English names of regions by code, from a file such as `content/regions/english.csv`: those of the
 * invented places. The register has real ones in Chinese alone.
 */
export function readEnglishNames(file: string): ReadonlyMap<string, string> {
  const text = readFileSync(file, 'utf8').trim()
  const { data } = Papa.parse<{ code: string; name: string }>(text, { header: true })
  return new Map(data.map(({ code, name }) => [code, name]))
}

const english = readEnglishNames('content/regions/english.csv')

/** The region as a page in the reader's language names it: in Chinese where there is no English. */
export function inPageLanguage<R extends { code: string; name: string }>(region: R): R {
  const name = currentLocale() === 'en' ? english.get(region.code) : undefined
  return name ? { ...region, name } : region
}
