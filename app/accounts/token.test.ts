import { expect, it } from 'vitest'
import { linkHash, linkToken } from './token.server.ts'

it('makes tokens that can be read off paper, another each time', () => {
  const tokens = Array.from({ length: 200 }, () => linkToken())
  for (const token of tokens) expect(token).toMatch(/^([2-9a-hjkmnp-z]{5}-){4}[2-9a-hjkmnp-z]{5}$/)
  expect(new Set(tokens).size).toBe(200)
  const bytes = Buffer.alloc(32, 7)
  expect(linkToken(bytes)).toBe(linkToken(bytes))
})

it('knows a token again however it was typed', () => {
  const token = linkToken()
  expect(linkHash(token.toUpperCase().replaceAll('-', ' '))).toBe(linkHash(token))
  expect(linkHash(linkToken())).not.toBe(linkHash(token))
})
