import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { type Role, roles } from '#app/accounts/domain/roles.ts'
import {
  type Asked,
  finer,
  type Place,
  placesFor,
  reachFor,
  scopeFor,
  unitPlaces,
} from './access-reach.ts'
import { narrowed, samplePath } from './access-samples.ts'
import { makeThings, noThings, type Things } from './access-things.ts'
import { type AccessWorld, listRoutes, openAccessWorld } from './access-world.ts'
import { writes } from './access-writes.ts'
import { ownForm, type RawAnswer, rawRequest } from './raw-request.ts'

const { routes, data } = await listRoutes()
let world: AccessWorld
/** A colleague's things in each unit. */
const colleagues = new Map<Place, Things>()
/** Somebody of each role with things of their own. */
const holders = new Map<Role, { holder: Actor; things: Things }>()

beforeAll(async () => {
  world = await openAccessWorld(data)
  for (const place of unitPlaces) {
    colleagues.set(place, (await makeThings(world.tree[place])).things)
  }
  for (const role of roles) holders.set(role, await makeThings(world.tree.own, role))
})
afterAll(() => world.close())

type Asks = { role: Role | 'nobody'; place: Place | undefined; reached: boolean }

/** How the answer differs from what the policy says, if it does. */
function breach(asked: Asked, { role, place, reached }: Asks, answer: RawAnswer) {
  const { status, headers } = answer
  const toSignIn = status === 302 && String(headers.location).startsWith('/sign-in?return=')
  const told = `${role} ${place ?? ''}: ${status} ${headers.location ?? ''}`
  if (status >= 500 || status === 403) return told
  if (asked === 'public') return
  if (role === 'nobody') return toSignIn ? undefined : told
  if (!reached) return status === 404 ? undefined : told
  return toSignIn || status >= 400 ? told : undefined
}

/** What a role asks for at a place, and as whom. */
function asking(role: Role, place: Place | undefined): { person: Actor; things: Things } {
  const own = place === 'oneself' ? holders.get(role) : undefined
  const person = own?.holder ?? world.people.get(role)
  const things = own?.things ?? colleagues.get(place ?? 'own')
  if (!person || !things) throw new Error('the world is not there')
  return { person, things }
}

const get = (path: string, headers: Record<string, string>) =>
  rawRequest(world.port, path, { headers })

/** Each answer of a page that is not what the policy says: by role, and by where the thing is. */
async function breaches(
  { path, loader }: { path: string; loader: Asked },
  sample = samplePath[path],
) {
  const isThing = sample?.(noThings()).isThing
  const found: (string | undefined)[] = []
  for (const place of isThing ? placesFor(path, loader) : [undefined]) {
    const address = (things: Things) => sample?.(things).path ?? path
    const nobody = { role: 'nobody', place, reached: false } as const
    found.push(breach(loader, nobody, await get(address(asking('learner', place).things), {})))
    const answers = roles.map(async (role) => {
      const reach = reachFor(path, loader, role)
      const reached = place ? reach.includes(place) : scopeFor(loader, role) !== undefined
      const { person, things } = asking(role, place)
      const answer = await get(address(things), await world.cookieOf(person))
      return breach(loader, { role, place, reached }, answer)
    })
    found.push(...(await Promise.all(answers)))
  }
  return found.filter((line) => line !== undefined)
}

/** Addresses that only take forms, or whose sample names nothing that is there. */
const notAPage = new Set(['/labs/:course/:lab/draft', '/assets/:course/:name', '/held/:id'])

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

  it('has its forms in access-writes.ts when it takes one of somebody signed in', () => {
    const asking = routes.filter(({ action }) => action !== null && action !== 'public')
    expect(Object.keys(writes).sort()).toEqual(asking.map(({ path }) => path).sort())
  })

  it('is finer than the policy only where there is such an address', () => {
    const paths = routes.map(({ path }) => path)
    expect(Object.keys(finer).filter((path) => !paths.includes(path))).toEqual([])
  })

  it.each(routes)('shows itself only to whom the policy lets: $path', async (route) => {
    const found = await breaches(route)
    const isNoPage = (line: string) => notAPage.has(route.path) && /: 404 $/.test(line)
    expect(found.filter((line) => !isNoPage(line))).toEqual([])
  })

  it.each(routes.filter(({ path }) => narrowed[path]))(
    'is narrowed only to what the policy lets: $path',
    async (route) => {
      expect(await breaches(route, narrowed[route.path])).toEqual([])
    },
  )

  it.each(routes.filter(({ action }) => action === 'public'))(
    'takes a form of anybody without failing: $path',
    async ({ path, action }) => {
      const address = samplePath[path]?.(noThings()).path ?? path
      const sent = ownForm(world.port, address, { key: crypto.randomUUID() })
      const nobody = { role: 'nobody', place: undefined, reached: true } as const
      expect(breach(action, nobody, await sent)).toBeUndefined()
    },
  )
})

describe('the walk', () => {
  const answer = (status: number, location?: string): RawAnswer => {
    return { status, headers: { location }, body: '' }
  }
  const away = answer(302, '/sign-in?return=%2F')

  it.each([
    ['a page for a role that the policy leaves out', 'audit.read', 'learner', false, answer(200)],
    ['a page without signing in', 'course.study', 'nobody', false, answer(200)],
    ['a thing of another county', 'staff.list', 'hr-officer', false, answer(200)],
    ['an empty page in its place', 'staff.list', 'hr-officer', false, answer(302, '/staff')],
    ['words of a form in its place', 'staff.list', 'hr-officer', false, answer(422)],
    ['a failure', 'course.study', 'learner', true, answer(500)],
    ['keeping a thing from whom the policy lets', 'staff.list', 'hr-officer', true, answer(404)],
    ['sending away someone who may', 'course.study', 'learner', true, away],
  ] as const)('notices %s', (_what, asked, role, reached, given) => {
    expect(breach(asked, { role, place: undefined, reached }, given)).toBeDefined()
  })
})
