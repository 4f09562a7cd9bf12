import { expect, it } from 'vitest'
import { loggedPath } from './protect.server.ts'

it.each([
  ['/', 200, '/'],
  ['/courses/open-data-sql/01-read-a-catalogue', 200, '/courses/open-data-sql/01-read-a-catalogue'],
  [
    '/staff/01a220e4-5a76-79d3-9384-878faa879c4b',
    200,
    '/staff/01a220e4-5a76-79d3-9384-878faa879c4b',
  ],
  ['/registry/withdrawal', 302, '/registry/…'],
  ['/white-hat/apply/red-team', 200, '/registry/…'],
  ['/reset/3b9c', 200, '/reset/…'],
  ['/reset/3b9c', 404, '/reset/…'],
  ['/staff/%E5%91%A8%E7%A0%9A%E7%A7%8B', 404, '/staff/…'],
  ['/staff/zhouyanqiu', 404, '/staff/…'],
  ['/forgot/zhang@county.example', 404, '/forgot/…'],
  ['/assets/%E5%91%A8.png', 200, '/assets/…'],
])('of the path %s with status %i the log says %s', (path, status, logged) => {
  expect(loggedPath(path, status)).toBe(logged)
})
