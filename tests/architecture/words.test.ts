import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pathsIn } from './paths.ts'

/** Words that say nothing of what is inside (architecture.md, Words). */
const empty = /(^|[/-])(utils?|helpers?|managers?|misc|data)(?=\.[a-z.]+$|$)/

/** What no pure function reads: the clock, chance, the process, the network. */
const impure =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bfetch\(|\bperformance\.|\bset(Timeout|Interval)\(|\bcrypto\.|\bglobalThis\b/

const paths = ['app', 'db', 'tests'].flatMap(pathsIn)

describe('the words of the house', () => {
  it('name what is inside', () => {
    expect(paths.filter((path) => empty.test(path))).toEqual([])
  })

  it('are refused where they say nothing', () => {
    for (const path of ['app/audit/manager.ts', 'db/utils', 'app/talent/date-helpers.server.ts']) {
      expect(empty.test(path), path).toBe(true)
    }
    expect(empty.test('app/talent/database.ts')).toBe(false)
  })
})

describe('the domain', () => {
  it('reads neither clock nor chance, process or network: they are handed to it', () => {
    const files = paths.filter((path) => /\/domain\/.*\.ts$/.test(path) && !/\.test\./.test(path))
    expect(files.length).toBeGreaterThan(100)
    expect(files.filter((path) => impure.test(readFileSync(path, 'utf8')))).toEqual([])
  })

  it.each(['Date.now()', 'new Date()', 'Math.random()', 'process.env.X', "fetch('/x')"])(
    'would be caught with %s in it',
    (text) => {
      expect(impure.test(`const x = ${text}`)).toBe(true)
    },
  )

  it('may work with a time that it was given', () => {
    expect(impure.test('const day = new Date(at).getUTCDay()')).toBe(false)
  })
})
