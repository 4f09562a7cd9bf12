import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { actionGroups } from '#app/audit/domain/actions.ts'
import { fieldWords } from './field-words.ts'

const code = ['app', 'db']
  .flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => join(root, path)),
  )
  .filter((path) => /(?<!\.test)\.tsx?$/.test(path) && !path.includes('paraglide'))
  .map((path) => readFileSync(path, 'utf8'))

function found(pattern: RegExp): string[] {
  return code.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))
}

describe('the words of the audit page', () => {
  it('are there for each action that a command leaves, and for no other', () => {
    const left = found(/(?:\baction: |\bcommand\()'([a-z-]+\.[a-z-]+)'/g)
    const known: string[] = Object.values(actionGroups).flat()
    expect([...new Set(left)].sort()).toEqual(known.toSorted())
  })

  it('are there for each field that a command notes', () => {
    const noted = found(/\bnote\(\{([^}]*)\}\)/g)
      .flatMap((fields) => fields.split(','))
      .map((field) => field.split(':')[0]?.trim() ?? '')
      .filter((field) => /^\w+$/.test(field))
    expect(noted.length).toBeGreaterThan(50)
    expect([...new Set(noted)].filter((field) => !(field in fieldWords))).toEqual(['act'])
  })
})
