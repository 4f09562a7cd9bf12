import { expect, it } from 'vitest'
import { isOwnNavigation } from './origin.ts'

const own = 'https://skills.example.gov'

it.each([
  ['a link or form of ours', 'GET', { site: 'same-origin' }, true],
  ['a link elsewhere', 'GET', { site: 'cross-site' }, false],
  ['a link on a neighbouring site', 'GET', { site: 'same-site', referer: `${own}/talent` }, false],
  ['a bookmark, or a link in a mail', 'GET', { site: 'none' }, false],
  ['an older browser on a page of ours', 'GET', { referer: `${own}/talent` }, true],
  ['an older browser elsewhere', 'GET', { referer: `${own}.evil.example/` }, false],
  ['a program that says nothing', 'GET', {}, false],
  ['whoever asks for headers alone', 'HEAD', { site: 'same-origin' }, false],
])('%s', (_, method, headers, expected) => {
  expect(isOwnNavigation(method, headers, own)).toBe(expected)
})
