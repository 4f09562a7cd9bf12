import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { innocent, planted } from './planted.ts'

const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
  resolve('.dependency-cruiser.cjs'),
)
const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string() })),
  }),
})

/** What dependency-cruiser says about the house whose files import what `files` says. */
function violationsIn(house: string, files: Record<string, string[]>): Set<string> {
  for (const [path, imports] of Object.entries(files)) {
    mkdirSync(join(house, dirname(path)), { recursive: true })
    const lines = imports.map((from) =>
      from.startsWith('type ')
        ? `import type * as t from '${from.slice(5)}'\n`
        : `import '${from}'\n`,
    )
    writeFileSync(join(house, path), `${lines.join('')}export {}\n`)
  }
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [program, '--config', '.dependency-cruiser.cjs', '-T', 'json', 'app', 'db']
  const { stdout } = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8' })
  const { violations } = report.parse(JSON.parse(stdout)).summary
  return new Set(violations.map(({ rule, from }) => `${rule.name}: ${from}`))
}

describe('who may import whom', () => {
  const house = mkdtempSync(join(tmpdir(), 'civic-house-'))
  let found: Set<string>

  beforeAll(() => {
    for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
      cpSync(file, join(house, file))
    }
    symlinkSync(resolve('node_modules'), join(house, 'node_modules'))
    const breaking = Object.values(planted).map(({ from, imports, typesOnly }) => [
      from,
      [typesOnly ? `type ${imports}` : imports],
    ])
    found = violationsIn(house, { ...innocent, ...Object.fromEntries(breaking) })
  })
  afterAll(() => rmSync(house, { recursive: true, force: true }))

  it('has a planted violation for each rule', () => {
    expect(Object.keys(planted).sort()).toEqual(config.forbidden.map(({ name }) => name).sort())
  })

  it.each(Object.entries(planted))('finds what breaks %s', (rule, { from }) => {
    expect([...found]).toContain(`${rule}: ${from}`)
  })

  it('blames nobody else', () => {
    const guilty = Object.values(planted).map(({ from }) => from)
    const blamed = [...found].map((line) => line.split(': ')[1] ?? '')
    expect(blamed.filter((path) => !guilty.includes(path))).toEqual([])
  })
})
