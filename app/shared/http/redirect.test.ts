import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safePath } from './redirect.ts'

describe('safePath', () => {
  it.each([
    ['/courses/open-data-sql?page=2#top', '/courses/open-data-sql?page=2#top'],
    ['/', '/'],
  ])('keeps %s', (target, kept) => {
    expect(safePath(target)).toBe(kept)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/.//evil.example',
    ' /courses',
    '',
    undefined,
    '/a\r\nSet-Cookie: b=c',
  ])('refuses %j', (target) => {
    expect(safePath(target, '/home')).toBe('/home')
  })

  it('never leaves the site, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), (tail) => {
        const path = safePath(`/${tail}`)
        expect(new URL(path, 'https://civic.example').origin).toBe('https://civic.example')
      }),
    )
  })
})
