import { expect, it } from 'vitest'
import { isSecretPath, secretPagePolicy } from './secret-page.ts'

it('tells nobody where it came from, unless its own form would then be refused', () => {
  expect(secretPagePolicy('https://skills.example.org')).toBe('no-referrer')
  expect(secretPagePolicy('http://127.0.0.1:3000')).toBe('no-referrer')
  expect(secretPagePolicy('http://10.0.0.5:3000')).toBe('strict-origin')
})

it('knows the paths that hold a token', () => {
  expect(isSecretPath('/invitation/abc')).toBe(true)
  expect(isSecretPath('/reset/abc')).toBe(true)
  expect(isSecretPath('/sign-in')).toBe(false)
})
