import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Permission, policy, type Scope } from '#app/accounts/domain/policy.ts'
import { type Role, roles } from '#app/accounts/domain/roles.ts'
import { anOrganisation, aPerson } from '#tests/factories.ts'
import { freshFolder } from '#tests/prepared.ts'
import { civic, type RunningServer, settingsFor, startServer } from '#tests/server.ts'
import { aSession, closeWorld, openWorld } from '#tests/world.ts'
import { samplePath } from './access-samples.ts'
import { makeThings, noThings, type Things } from './access-things.ts'
import { ownForm, type RawAnswer, rawRequest } from './raw-request.ts'

type Asked = 'public' | 'signed-in' | 'unguarded' | Permission | null
type Route = { path: string; loader: Asked; action: Asked }

const data = freshFolder()
const listed = await civic(['routes', '--json'], settingsFor(data.folder))
const routes: Route[] = JSON.parse(listed.out)
let server: RunningServer
let things: Things
const people = new Map<Role, Actor>()

beforeAll(async () => {
  // First: a server wants a folder that nothing else has open.
  server = await startServer(data.folder)
  await openWorld(data.folder)
  const [home, other] = [await anOrganisation(), await anOrganisation()]
  for (const role of roles) people.set(role, await aPerson({ unit: home, roles: [role] }))
  const departed = await aPerson({ unit: other, state: 'left' })
  things = await makeThings(await aPerson({ unit: other, roles: ['author'] }), departed)
})
afterAll(async () => {
  await closeWorld()
  await server.stop()
  data.forget()
})

const isPermission = (asked: Asked): asked is Permission => asked !== null && asked in policy

function scopeFor(asked: Asked, role: Role): Scope | undefined {
  if (!isPermission(asked)) return 'everywhere'
  const line: Partial<Record<Role, Scope>> = policy[asked]
  return line[role]
}

function sampleOf(path: string) {
  const sample = samplePath[path]
  if (!sample) return { path, foreign: false }
  const { path: real, foreign = false } = sample(things)
  return { path: real, foreign, absent: sample(noThings()).path }
}

/** How the answer differs from what the policy says, if it does. */
function breach(asked: Asked, role: Role | 'nobody', foreign: boolean, answer: RawAnswer) {
  const { status, headers } = answer
  const toSignIn = status === 302 && String(headers.location).startsWith('/sign-in?return=')
  const told = `${role}: ${status} ${headers.location ?? ''}`
  if (status >= 500 || status === 403) return told
  if (asked === 'public') return
  if (role === 'nobody') return toSignIn ? undefined : told
  const scope = scopeFor(asked, role)
  if (scope === undefined) return status === 404 ? undefined : told
  if (foreign && scope !== 'everywhere') return status === 404 ? undefined : told
  return toSignIn ? told : undefined
}

/** Each answer that is not what the policy says, by role. */
async function breaches(
  asked: Asked,
  path: string,
  ask: (path: string, cookie: Record<string, string>) => Promise<RawAnswer>,
): Promise<string[]> {
  const { path: real, foreign, absent } = sampleOf(path)
  const found = [breach(asked, 'nobody', foreign, await ask(real, {}))]
  for (const [role, person] of people) {
    // A session for each request: some addresses end the one they are called with.
    const answer = await ask(real, { Cookie: await aSession(person) })
    const fault = breach(asked, role, foreign, answer)
    // A form refused for its fields tells nothing, when it is refused the same without the thing.
    const same = foreign && answer.status === 422 && absent !== undefined
    const blank = same && (await ask(absent, { Cookie: await aSession(person) })).status === 422
    if (!blank) found.push(fault)
  }
  return found.filter((line) => line !== undefined)
}

describe('every address of the site', () => {
  it('is there to be walked', () => {
    expect(routes.length).toBeGreaterThan(5)
  })

  it('has a loader, and every loader and action says what it asks', () => {
    const open = routes.filter(
      ({ loader, action }) => loader === null || loader === 'unguarded' || action === 'unguarded',
    )
    expect(open).toEqual([])
  })

  it('has a sample in access-samples.ts when it has a parameter', () => {
    const missing = routes.filter(({ path }) => /[:*]/.test(path) && !samplePath[path])
    expect(missing.map(({ path }) => path)).toEqual([])
  })

  it.each(routes)('shows itself only to whom the policy lets: $path', async ({ path, loader }) => {
    const ask = (real: string, headers: Record<string, string>) =>
      rawRequest(server.port, real, { headers })
    expect(await breaches(loader, path, ask)).toEqual([])
  })

  it.each(routes.filter(({ action }) => action !== null))(
    'takes a form only from whom the policy lets: $path',
    async ({ path, action }) => {
      const ask = (real: string, headers: Record<string, string>) =>
        ownForm(server.port, real, { key: crypto.randomUUID() }, headers)
      expect(await breaches(action, path, ask)).toEqual([])
    },
  )
})

describe('the walk', () => {
  const answer = (status: number, location?: string): RawAnswer => {
    return { status, headers: { location }, body: '' }
  }

  it.each([
    ['a page for a role that the policy leaves out', 'audit.read', 'learner', false, answer(200)],
    ['a page without signing in', 'course.study', 'nobody', false, answer(200)],
    ['a thing of another county', 'staff.list', 'hr-officer', true, answer(200)],
    ['a failure', 'course.study', 'learner', false, answer(500)],
    [
      'sending away someone who may',
      'course.study',
      'learner',
      false,
      answer(302, '/sign-in?return=%2F'),
    ],
  ] as const)('notices %s', (_what, asked, role, foreign, given) => {
    expect(breach(asked, role, foreign, given)).toBeDefined()
  })
})
