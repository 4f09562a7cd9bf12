import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const capabilities = ['accounts', 'organisation', 'talent', 'white-hat']

describe.each(capabilities)('the pages of %s', (capability) => {
  it('each have a title of their own', () => {
    const folder = join('app', capability, 'routes')
    const pages = readdirSync(folder)
      .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
      .filter(({ text }) => text.includes('export default'))
    expect(pages.length).toBeGreaterThan(2)
    const untitled = pages.filter(({ text }) => !text.includes('export const meta'))
    expect(untitled.map(({ file }) => file)).toEqual([])
  })
})
