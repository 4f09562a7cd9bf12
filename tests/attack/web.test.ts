import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshFolder } from '#tests/prepared.ts'
import { type RunningServer, startServer } from '#tests/server.ts'
import { allOf, ownForm, rawBytes, rawRequest } from './raw-request.ts'

const data = freshFolder()
let server: RunningServer
const origin = 'https://civic.example'

beforeAll(async () => {
  server = await startServer(data.folder, { CIVIC_ORIGIN: origin, CIVIC_TRUST_PROXY: '1' })
})
afterAll(async () => {
  await server.stop()
  data.forget()
})

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
const body = 'locale=en&return=%2Fsign-in'

function post(headers: Record<string, string>) {
  const sent = { ...form, 'Content-Length': String(body.length), ...headers }
  return rawRequest(server.port, '/language', { method: 'POST', headers: sent, body })
}

describe('a form from another site', () => {
  it.each([
    ['a cross-site page', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a sister site', { 'Sec-Fetch-Site': 'same-site' }],
    [
      'a cross-site page that claims our origin',
      { 'Sec-Fetch-Site': 'cross-site', Origin: origin },
    ],
    ['no page at all', { 'Sec-Fetch-Site': 'none', Origin: 'https://evil.example' }],
    ['an old browser on another site', { Origin: 'https://evil.example' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['a program that says nothing', {}],
    ['our host over plain http', { Origin: 'http://civic.example' }],
  ])('is refused from %s', async (_from, headers) => {
    const answer = await post(headers as Record<string, string>)
    expect(answer.status).toBe(403)
    expect(allOf(answer, 'set-cookie')).toEqual([])
  })

  it.each([
    ['by fetch metadata', { 'Sec-Fetch-Site': 'same-origin' }],
    ['by origin', { Origin: origin }],
  ])('is taken from our own page, known %s', async (_by, headers) => {
    expect((await post(headers as Record<string, string>)).status).toBe(302)
  })

  it.each(['PUT', 'PATCH', 'DELETE', 'TRACE'])('is no way in as %s', async (method) => {
    const headers = { 'Sec-Fetch-Site': 'cross-site' }
    const answer = await rawRequest(server.port, '/language', { method, headers })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })
})

describe('a request that is too much', () => {
  it('gets 413 when its body is over the limit, before it is read', async () => {
    const headers = { ...form, 'Sec-Fetch-Site': 'same-origin', 'Content-Length': '300000' }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const { text } = await rawBytes(
      server.port,
      `POST /sign-in HTTP/1.1\r\nHost: a\r\n${lines.join('')}\r\n`,
    )
    expect(text).toContain('HTTP/1.1 413')
    expect(text).toMatch(/太大.*too large/)
  })

  it('gets 411 when it does not say how large it is', async () => {
    const headers = { ...form, 'Sec-Fetch-Site': 'same-origin', 'Transfer-Encoding': 'chunked' }
    const answer = await rawRequest(server.port, '/sign-in', { method: 'POST', headers, body })
    expect(answer.status).toBe(411)
  })

  it('is refused when two lengths contradict each other', async () => {
    const { text } = await rawBytes(
      server.port,
      'POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    )
    expect(text).toMatch(/^HTTP\/1\.1 4\d\d/)
  })

  it('is cut off when its headers trickle in', async () => {
    const { text, ms } = await rawBytes(server.port, 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ')
    expect(text).toContain('408')
    expect(ms).toBeLessThan(15_000)
  })

  it('gets 431 when its headers are too large', async () => {
    const headers = { 'X-Large': 'a'.repeat(20_000) }
    const answer = await rawRequest(server.port, '/sign-in', { headers })
    expect(answer.status).toBe(431)
    expect(answer.body).toMatch(/太长.*too long/)
  })

  it('gets 400 with words when its address does not decode, and 405 for what no page does', async () => {
    const broken = await rawRequest(server.port, '/assets/%zz/a')
    expect(broken.status).toBe(400)
    expect(broken.body).toMatch(/读不懂.*cannot be read/)
    const deleted = await rawRequest(server.port, '/sign-in', { method: 'DELETE' })
    expect([deleted.status, deleted.headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
  })
})

describe('an address that leads away', () => {
  const away = [
    '//evil.example',
    '/\\evil.example',
    '/%5Cevil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,hi',
    '/\t/evil.example',
    '/%09/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a\r\nSet-Cookie: stolen=1',
    '/%0d%0aSet-Cookie:%20stolen=1',
    '@evil.example',
    '.evil.example',
  ]

  it.each(away)('is not followed after a form: %j', async (target) => {
    const answer = await ownForm(server.port, '/language', { locale: 'en', return: target })
    expect(answer.status).toBe(302)
    const location = new URL(String(answer.headers.location), origin)
    expect(location.origin).toBe(origin)
    expect(allOf(answer, 'set-cookie').join()).not.toContain('stolen')
  })

  it.each(away)('does not reach the sign-in form: %j', async (target) => {
    const path = `/sign-in?return=${encodeURIComponent(target)}`
    const { body: html } = await rawRequest(server.port, path)
    const kept = /name="return" value="([^"]*)"/.exec(html)?.[1] ?? 'missing'
    expect(new URL(kept, origin).origin).toBe(origin)
  })
})

describe('an address that is not what it seems', () => {
  it('cannot be put into Host, to reach what its own path would not', async () => {
    const { port } = server
    const hosts = [`127.0.0.1:${port}/sign-in.data?x=`, `127.0.0.1:${port}/sign-in?_data=root&x=`]
    for (const Host of [...hosts, 'x@y', 'x y']) {
      const answer = await rawRequest(port, '/sign-in', { headers: { Host } })
      expect([Host, answer.status]).toEqual([Host, 200])
      expect(answer.headers['content-type']).toContain('text/html')
    }
  })

  it.each(['/courses/%00/x', '/sign-in?return=%00', '/assets/%00/x.png'])(
    'holds no NUL: %s',
    async (path) => {
      expect((await rawRequest(server.port, path)).status).toBe(404)
    },
  )

  it('cannot be made ours by X-Forwarded-Host or Host', async () => {
    const headers = { 'X-Forwarded-Host': 'evil.example', Host: 'evil.example' }
    const answer = await rawRequest(server.port, '/no-such-page', { headers })
    expect(answer.body).not.toContain('evil.example')
    expect(JSON.stringify(answer.headers)).not.toContain('evil.example')
    const text = await rawRequest(server.port, '/.well-known/security.txt', { headers })
    expect(text.body).toContain(`Canonical: ${origin}/`)
  })

  it.each([
    '/build/..%2f..%2fpackage.json',
    '/build/%2e%2e/%2e%2e/package.json',
    '/build/..%252f..%252fpackage.json',
    '/build/..%5c..%5cpackage.json',
    '/build/../../.data/keys.json',
    '/..%2f..%2fetc%2fpasswd',
    '/%252e%252e%252fkeys.json',
    '/build/.built-from',
    '/keys.json',
    '/civic.sqlite',
    '/.env',
    '/.git/config',
    '/%00',
    '/build/%00',
    '/%ff',
  ])('opens no file: %s', async (path) => {
    const answer = await rawRequest(server.port, path)
    expect([400, 404]).toContain(answer.status)
    expect(answer.body).not.toMatch(/"dependencies"|root:|SQLite format|PRIVATE KEY/)
  })

  it.each([
    '/__manifest',
    '/__manifest?p=/a&version=1',
    '/_root.data',
    '/sign-in.data',
    '/sign-in.data?_routes=root',
    '/sign-in?_data=root',
    '/sign-in?a=b&%5fdata=root',
  ])('gets nothing made for a script of Remix: %s', async (path) => {
    expect((await rawRequest(server.port, path)).status).toBe(404)
  })
})
