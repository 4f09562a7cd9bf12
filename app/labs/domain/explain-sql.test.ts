import { expect, test } from 'vitest'
import { explainSqlError, explainVerdict } from '#app/labs/domain/explain-sql.ts'
import { sqlErrorKinds, verdicts } from '#app/labs/domain/run.ts'

test.each([
  ['no such column: totl', 'There is no column totl.'],
  ['no such column: "north"', 'single quotes'],
  ['no such table: town', 'There is no table town.'],
  ['near "FORM": syntax error', 'from FORM on'],
  ['ambiguous column name: code', 'table.code'],
  ['misuse of aggregate: COUNT()', 'HAVING'],
  ['unrecognized token: "，"', 'full-width'],
  ['no such column: name，code', 'full-width'],
  ['incomplete input', 'not finished'],
])('%s is put in plain words', (message, words) => {
  const explained = explainSqlError({ kind: 'sql', message })
  expect(explained?.en).toContain(words)
  expect(explained?.['zh-CN']).toMatch(/\p{Script=Han}/u)
})

test.each([
  ['SELEC', 'spelt'],
  ['SELECTED', 'spelt'],
  ['DROP', 'only queries that read'],
  ['PRAGMA', 'pragma_table_info'],
  ['ＳＥＬＥＣＴ', 'full-width'],
])('a query that begins with %s is told so, and what to do', (word, words) => {
  const explained = explainSqlError({ kind: 'not-a-query', message: `begins with ${word}` })
  expect(explained?.en.toLowerCase()).toContain(words)
  if (words !== 'full-width') expect(explained?.['zh-CN']).toContain(word)
})

test('a run out of time names the limit that ended it', () => {
  expect(explainVerdict('TIMEOUT', { wallMs: 5_000 })?.en).toContain('5 s')
})

test('every refusal has words; an unknown message keeps its own', () => {
  for (const kind of sqlErrorKinds)
    expect(explainSqlError({ kind, message: 'something new' }) === null).toBe(kind === 'sql')
})

test('a run that was cut short is explained, one that ended by itself is not', () => {
  const silent = verdicts.filter((verdict) => explainVerdict(verdict, { wallMs: 5_000 }) === null)
  expect(silent).toEqual(['OK', 'ERROR'])
})
