import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type AdvisoryFile, advisoryFile, idleReasons, isBefore, openHoles } from './gate.ts'

const lock = z
  .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
const known = advisoryFile.parse(
  JSON.parse(readFileSync('tests/advisories/advisories.json', 'utf8')),
)

const installed = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, { version = '' }]) => {
    const name = path.split('node_modules/').at(-1) ?? ''
    return { package: name, version, path }
  })
const all = [...installed, { package: 'node', version: process.versions.node, path: 'node' }]

describe('known holes in what is installed', () => {
  it('are fixed, or there is a recorded reason', () => {
    expect(openHoles(known, all)).toEqual([])
  })

  it('have reasons that name tests which exist', () => {
    const tests = known.accepted.flatMap(({ test }) => test ?? [])
    expect(tests.filter((path) => !existsSync(path))).toEqual([])
  })

  it('have no reason left over from a hole that is gone', () => {
    // Whether Node itself is past its end of life depends on the machine.
    expect(idleReasons(known, all).filter((line) => !line.endsWith(' node'))).toEqual([])
  })
})

describe('the gate', () => {
  const hole = { id: 'CVE-0', package: 'left-pad', what: 'a hole', fixed: '2.0.0' }
  const file: AdvisoryFile = { source: '', advisories: [hole], accepted: [] }
  const copy = (version: string, path = 'node_modules/left-pad') => ({
    package: 'left-pad',
    version,
    path,
  })

  it('closes for an old copy, wherever it hides', () => {
    expect(openHoles(file, [copy('1.9.9', 'node_modules/a/node_modules/left-pad')])).toHaveLength(1)
    expect(openHoles(file, [copy('2.0.0')])).toEqual([])
  })

  it('opens for a copy with a reason, and only for that copy', () => {
    const reason = {
      id: 'CVE-0',
      package: 'left-pad',
      reason: 'never runs with input',
      only: '/a/',
    }
    const copies = [copy('1.0.0', 'node_modules/a/left-pad'), copy('1.0.0')]
    expect(openHoles({ ...file, accepted: [reason] }, copies)).toHaveLength(1)
  })

  it('compares versions as numbers', () => {
    expect(isBefore('1.10.0', '1.9.0')).toBe(false)
    expect(isBefore('3.0.0-beta.1', '3.0.0')).toBe(true)
  })
})
