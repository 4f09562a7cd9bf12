import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pathsIn } from './paths.ts'

const most = 300

/** Files longer than `limit` lines, longest first. */
function longerThan(limit: number, texts: Map<string, string>): string[] {
  return [...texts]
    .map(([path, text]) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > limit)
    .sort((a, b) => b.lines - a.lines)
    .map(({ path, lines }) => `${path}: ${lines}`)
}

const files = ['app', 'db', 'tests']
  .flatMap(pathsIn)
  .filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path))
const texts = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]))

describe('the size of files', () => {
  it(`is at most ${most} lines, since a longer file holds more than one concept`, () => {
    expect(longerThan(most, texts)).toEqual([])
  })

  it('has a rule that sees a file that is too long', () => {
    const long = new Map([['long.ts', 'x\n'.repeat(most + 1)]])
    expect(longerThan(most, long)).toEqual([`long.ts: ${most + 1}`])
  })

  it('keeps no rule switched off in a file', () => {
    const off = /biome-[i]gnore|@ts-[in]|eslint-[d]isable/
    const guilty = [...texts].filter(
      ([path, text]) => off.test(text) && !path.endsWith('sizes.test.ts'),
    )
    expect(guilty.map(([path]) => path)).toEqual([])
  })
})
