import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '#tests/factories.ts'
import { freshFolder } from '#tests/prepared.ts'
import { type RunningServer, startServer } from '#tests/server.ts'
import { aSession, canSignIn, closeWorld, openWorld } from '#tests/world.ts'
import { allOf, ownForm, rawRequest } from './raw-request.ts'

const data = freshFolder()
const password = 'a password that is long enough'
let server: RunningServer
let session: string

beforeAll(async () => {
  await openWorld(data.folder)
  const person = await aPerson()
  await canSignIn(person, { name: '示例', staffNumber: 'S1' }, password)
  session = await aSession(person, '__Host-civic_session')
  await closeWorld()
  server = await startServer(data.folder, { CIVIC_ORIGIN: 'https://civic.example' })
})
afterAll(async () => {
  await server.stop()
  data.forget()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  rawRequest(server.port, path, { headers })

/** A policy as a set of directives, each a set of what it allows; its nonce is another each time. */
function directivesOf(policy: unknown): Record<string, string[]> {
  const directives = String(policy)
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .map(([name = '', ...allowed]) => [
      name,
      allowed.map((one) => one.replace(/^'nonce-[\w+/]{22}=='$/, "'nonce-…'")).sort(),
    ])
  return Object.fromEntries(directives)
}

describe('every answer', () => {
  const paths = ['/sign-in', '/no-such-page', '/healthz', '/build/icon.svg', '/__manifest']

  it.each(paths)('carries a policy that lets nothing foreign or inline run: %s', async (path) => {
    const { headers } = await get(path)
    const policy = String(headers['content-security-policy'])
    expect(policy).not.toMatch(/unsafe-|\*|https?:|data:/)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['strict-transport-security']).toMatch(/max-age=31536000/)
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers.server).toBeUndefined()
  })

  it.each([
    ['a page', '/sign-in', 200, false],
    ['an error page', '/no-such-page', 404, false],
    ['a page of somebody signed in', '/account', 200, true],
    ['a refusal that no page made', '/sign-in.data', 404, false],
  ])('has these directives of its policy and no others: %s', async (_, path, status, inside) => {
    const answer = await get(path, inside ? { Cookie: session } : {})
    expect(answer.status).toBe(status)
    // What is not named here, object-src and frame-src among it, falls back to default-src; what
    // never falls back to it is form-action, frame-ancestors and base-uri.
    expect(directivesOf(answer.headers['content-security-policy'])).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'nonce-…'", "'self'"],
      'img-src': ["'self'"],
      'connect-src': ["'self'"],
      'manifest-src': ["'self'"],
      'worker-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    })
  })

  it('is new in its style nonce each time', async () => {
    const policies = await Promise.all([get('/sign-in'), get('/sign-in')])
    const [one, other] = policies.map(({ headers }) => headers['content-security-policy'])
    expect(one).not.toBe(other)
  })

  it('about a person is kept by no cache', async () => {
    const { headers } = await get('/no-such-page', { Cookie: session })
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers.vary).toContain('Cookie')
  })

  it('names no other site, and has no inline script, style or handler', async () => {
    for (const path of ['/sign-in', '/no-such-page', '/privacy', '/sources']) {
      const { body } = await get(path)
      const loaded = [
        ...body.matchAll(/<(?:script|img|iframe|link|source)[^>]*(?:src|href)="([^"]*)"/g),
      ]
      expect(loaded.map(([, url]) => url).filter((url) => !url?.startsWith('/'))).toEqual([])
      expect(body).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle="|\son[a-z]+="/i)
    }
  })

  it('to HEAD is the answer to GET without its body', async () => {
    const answer = await rawRequest(server.port, '/sign-in', { method: 'HEAD' })
    expect([answer.status, answer.body]).toEqual([200, ''])
  })

  it('to OPTIONS lets no other site in', async () => {
    const headers = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' }
    const answer = await rawRequest(server.port, '/sign-in', { method: 'OPTIONS', headers })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('to TRACE does not repeat the request', async () => {
    const headers = { Cookie: session }
    const answer = await rawRequest(server.port, '/sign-in', { method: 'TRACE', headers })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.body).not.toContain(session)
  })
})

describe('cookies', () => {
  it('are bound to this host, to https and away from scripts', async () => {
    const signedIn = await ownForm(server.port, '/sign-in', { login: 'S1', password })
    expect(signedIn.status).toBe(302)
    const chosen = await ownForm(server.port, '/language', { locale: 'en', return: '/' })
    const cookies = [...allOf(signedIn, 'set-cookie'), ...allOf(chosen, 'set-cookie')]
    expect(cookies.length).toBeGreaterThanOrEqual(4)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-civic_\w+=/)
      expect(cookie).toMatch(/; Path=\/;/)
      expect(cookie).toMatch(/; Secure/)
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; SameSite=Lax/)
      expect(cookie).not.toMatch(/Domain=/i)
    }
  })

  it('that are garbage are as good as none', async () => {
    const garbage = [
      '__Host-civic_session=\u0001',
      '__Host-civic_session=%',
      '=;;;=',
      'a'.repeat(9000),
    ]
    for (const cookie of garbage.map((text) => text.replace('\u0001', '%01'))) {
      expect((await get('/sign-in', { Cookie: cookie })).status).toBe(200)
    }
  })
})

describe('a failure', () => {
  it('shows a number to quote, and nothing of the program', async () => {
    const answer = await get('/no-such-page', { Cookie: session })
    expect(answer.status).toBe(404)
    expect(answer.body).not.toMatch(/node_modules|\.tsx?:\d|at \w+ \(|Error:/)
    const broken = await rawRequest(server.port, '/sign-in', {
      method: 'POST',
      headers: {
        'Content-Type': 'multipart/form-data; boundary=x',
        'Content-Length': '3',
        'Sec-Fetch-Site': 'same-origin',
      },
      body: 'abc',
    })
    expect(broken.status).toBe(400)
    expect(broken.body).not.toMatch(/node_modules|\.tsx?:\d|at \w+ \(/)
    expect(broken.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('security.txt', () => {
  it('says whom to tell of a hole, and until when that holds: at most a year (RFC 9116)', async () => {
    const { status, headers, body } = await get('/.well-known/security.txt')
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/^text\/plain; charset=utf-8$/i)
    const fields = body
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/: (.*)/).slice(0, 2))
    const all = (name: string) => fields.flatMap(([key, value]) => (key === name ? [value] : []))
    expect(all('Contact')).toEqual(['https://civic.example/accessibility#contact'])
    expect(all('Expires').length).toBe(1)
    const days = (Date.parse(all('Expires')[0] ?? '') - Date.now()) / 86_400_000
    // Whoever keeps it for a while must not be left with one that is over.
    expect(days).toBeGreaterThan(30)
    expect(days).toBeLessThanOrEqual(365)
  })
})
