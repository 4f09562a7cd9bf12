import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Region, readRegions } from '#app/organisation/domain/region.ts'

function regionsIn(file: string): Region[] {
  const text = readFileSync(new URL(`../../../content/regions/${file}`, import.meta.url), 'utf8')
  const { rows, faults } = readRegions(text)
  expect(faults).toEqual([])
  return rows
}

test('real regions cover 34 provinces, Hong Kong, Macao and Taiwan included', () => {
  const rows = regionsIn('regions.csv')
  const provinces = rows.filter(({ parent }) => parent === null)
  expect(provinces).toHaveLength(34)
  expect(provinces.filter(({ code }) => Number(code) >= 700000)).toEqual([
    { code: '710000', name: '台湾省', parent: null },
    { code: '810000', name: '香港特别行政区', parent: null },
    { code: '820000', name: '澳门特别行政区', parent: null },
  ])
})

test('invented places are kept apart from real ones by the prefix 99', () => {
  expect(regionsIn('regions.csv').filter(({ code }) => code.startsWith('99'))).toEqual([])
  expect(regionsIn('demonstration.csv').filter(({ code }) => !code.startsWith('99'))).toEqual([])
})

test('each invented place, and no real one, has an English name', () => {
  const text = readFileSync(
    new URL('../../../content/regions/english.csv', import.meta.url),
    'utf8',
  )
  const names = text.trimEnd().split('\n').slice(1)
  const codes = names.map((line) => line.split(',')[0])
  expect(codes.sort()).toEqual(
    regionsIn('demonstration.csv')
      .map(({ code }) => code)
      .sort(),
  )
  expect(names.filter((line) => !/^\d{6},[A-Z][A-Za-z ]+$/.test(line))).toEqual([])
})
