import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Region = { code: string; name: string; parent: string }

/** The rows of a region file: `code,name,parent`, no quoting (no name has a comma). */
function regionsIn(file: string): Region[] {
  const text = readFileSync(new URL(`../../../content/regions/${file}`, import.meta.url), 'utf8')
  const [header, ...lines] = text.trimEnd().split('\n')
  expect(header).toBe('code,name,parent')
  return lines.map((line) => {
    const [code = '', name = '', parent = '', ...rest] = line.split(',')
    expect(rest, line).toEqual([])
    return { code, name, parent }
  })
}

/** The code one level up by its digits: 110101 → 110100 → 110000 → none. */
function parentOf(code: string): string {
  if (code.endsWith('0000')) return ''
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`
}

describe.each(['regions.csv', 'demonstration.csv'])('%s', (file) => {
  const rows = regionsIn(file)
  const codes = new Set(rows.map(({ code }) => code))

  test('has six-digit codes, each once, and a name in Chinese', () => {
    expect(rows.filter(({ code }) => !/^\d{6}$/.test(code))).toEqual([])
    expect(rows.filter(({ name }) => !/^\p{Script=Han}+$/u.test(name))).toEqual([])
    expect(codes.size).toBe(rows.length)
  })

  test('puts each row under the code one level up, which is there', () => {
    expect(rows.filter(({ code, parent }) => parent !== parentOf(code))).toEqual([])
    expect(rows.filter(({ parent }) => parent !== '' && !codes.has(parent))).toEqual([])
  })
})

test('real regions cover 34 provinces, Hong Kong, Macao and Taiwan included', () => {
  const rows = regionsIn('regions.csv')
  const provinces = rows.filter(({ parent }) => parent === '')
  expect(provinces).toHaveLength(34)
  expect(provinces.filter(({ code }) => Number(code) >= 700000)).toEqual([
    { code: '710000', name: '台湾省', parent: '' },
    { code: '810000', name: '香港特别行政区', parent: '' },
    { code: '820000', name: '澳门特别行政区', parent: '' },
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
