import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { type Role, roles } from '#app/accounts/domain/roles.ts'
import { aPerson } from '#tests/factories.ts'
import {
  type Asked,
  actorFor,
  type Place,
  placesFor,
  reachFor,
  scopeFor,
  type Unit,
  type UnitPlace,
} from './access-reach.ts'
import { samplePath } from './access-samples.ts'
import { makeThings, noThings, type Things } from './access-things.ts'
import { type AccessWorld, type Cookie, listRoutes, openAccessWorld } from './access-world.ts'
import { type Write, writes } from './access-writes.ts'
import { type Fields, formOf } from './page-form.ts'
import { ownForm, ownUpload, type RawAnswer, rawRequest } from './raw-request.ts'

// Every form is sent well-formed, so that nothing but the sender's rights can be against it: by everyone
// whom the policy does not let, which is 404 and leaves no trace, and then by somebody whom it lets, which
// is done. The same bytes are sent by both.

const { routes, data } = await listRoutes()
let world: AccessWorld

beforeAll(async () => {
  world = await openAccessWorld(data)
})
afterAll(() => world.close())

/** A route's form: what the route asks for, and how it is sent. */
type Form = { path: string; action: Asked; write: Write }

const forms: Form[] = routes
  .filter(({ action }) => action !== null && action !== 'public')
  .flatMap(({ path, action }) => (writes[path] ?? []).map((write) => ({ path, action, write })))

const isThing = ({ path, write }: Form) =>
  write.isThing === true || samplePath[path]?.(noThings()).isThing === true

/** Whether the policy lets a role in the own unit send a form about a thing at this place. */
function isReached({ path, action }: Form, role: Role, place: Place | undefined): boolean {
  const reach = reachFor(path, action, role)
  return place ? reach.includes(place) : reach.length > 0
}

type Letter = { address: string; fields: Fields }
/** What came of it, and whether anything was written meanwhile. */
type Done = { answer: RawAnswer; written: boolean }

async function send({ address, fields }: Letter, cookie: Cookie): Promise<RawAnswer> {
  // A key of its own each time: what was done once would only be told again.
  const entries = Object.entries({ ...fields, key: randomUUID() })
  const upload = new FormData()
  for (const [name, value] of entries) for (const each of [value].flat()) upload.append(name, each)
  if ([...upload.values()].some((value) => typeof value !== 'string')) {
    return ownUpload(world.port, address, upload, cookie)
  }
  const text = [...upload].map(([name, value]) => [name, String(value)])
  return ownForm(world.port, address, text, cookie)
}

async function sendOnce(letter: Letter, person: Actor): Promise<Done> {
  const cookie = await world.cookieOf(person)
  const before = world.state()
  const answer = await send(letter, cookie)
  return { answer, written: world.state() !== before }
}

const told = (who: string, { status, headers }: RawAnswer) =>
  `${who}: ${status} ${headers.location ?? ''}`

const isToSignIn = ({ status, headers }: RawAnswer) =>
  status === 302 && String(headers.location).startsWith('/sign-in')

/** What is wrong when somebody whom the policy does not let has sent a form: 404 is right, and no words. */
function notRefused(who: Role | 'nobody' = 'nobody', answer: RawAnswer): string | undefined {
  const refused = who === 'nobody' ? isToSignIn(answer) : answer.status === 404
  return refused ? undefined : told(who, answer)
}

/** What is wrong when somebody whom the policy lets has sent it: it is done, or nothing tells a refusal. */
function notDone(who: string, { answer, written }: Done, { keeps }: Write): string | undefined {
  const done = answer.status < 400 && !isToSignIn(answer) && written === !keeps
  return done ? undefined : `${told(who, answer)}${written ? ', written' : ', nothing written'}`
}

/**
 * Things in a unit, and somebody in this role whom a route lets act on them: at `home`, or who holds them
 * when there is no such place.
 */
async function somebody(path: string, role: Role, unit: Unit, home: Unit | undefined) {
  const { holder, things } = await makeThings(unit, home ? 'author' : role, path)
  return { things, actor: home ? await aPerson({ unit: home, roles: [role] }) : holder }
}

/** The form as this person would send it. */
async function letterOf({ path, write }: Form, actor: Actor, things: Things): Promise<Letter> {
  const address = write.at?.(things) ?? samplePath[path]?.(things).path ?? path
  await write.before?.(things)
  if (!write.form) return { address, fields: write.fields?.(things) ?? {} }
  const cookie = await world.cookieOf(actor)
  const page = await rawRequest(world.port, address, { headers: cookie })
  return { address, fields: { ...formOf(page.body, write.form), ...write.fields?.(things) } }
}

/**
 * Whether a role sends a form that it may not. Whom the policy gives nothing is refused before the thing
 * is looked for, so these send it for two places; their pages are asked for at all of them.
 */
function isOther(form: Form, role: Role, place: Place | undefined): boolean {
  if (isReached(form, role, place)) return false
  const isGiven = scopeFor(form.action, role) !== undefined
  return isGiven || place === undefined || place === 'own' || place === 'unrelated'
}

/** What comes of a form that is sent by everyone whom the policy does not let. */
async function sentByOthers(form: Form, place: Place | undefined, letter: Letter) {
  const others = [...world.people].filter(([role]) => isOther(form, role, place))
  const cookies = await Promise.all(others.map(([, person]) => world.cookieOf(person)))
  const before = world.state()
  const nobody = send(letter, {})
  const answers = await Promise.all(cookies.map((cookie) => send(letter, cookie)))
  const found = answers.map((answer, i) => notRefused(others[i]?.[0], answer))
  const written = world.state() === before ? undefined : 'something was written all the same'
  return [notRefused('nobody', await nobody), ...found, written]
}

/** Somebody of this role in the own unit sends it, about a thing that they reach. */
async function sentByRole(form: Form, place: Place | undefined, role: Role) {
  const home = place && place !== 'oneself' ? world.tree.own : undefined
  const unit = home && place ? world.tree[place as UnitPlace] : world.tree.own
  const { actor, things } = await somebody(form.path, role, unit, home)
  return notDone(role, await sendOnce(await letterOf(form, actor, things), actor), form.write)
}

/** Everything wrong with a form about a thing at one place of the tree. */
async function faultsAt(form: Form, place: Place | undefined): Promise<string[]> {
  const { path, action, write } = form
  const may = actorFor(path, action)
  if (!may) throw new Error('nobody may')
  const at = place === undefined || place === 'oneself' ? 'own' : place
  // Who reaches only what is below the own unit stands in the one above.
  const homes = { own: world.tree[at], child: world.tree.above[at], oneself: undefined }
  const home = homes[may.at as keyof typeof homes]
  const { actor, things } = await somebody(path, may.role, world.tree[at], home)
  const letter = await letterOf(form, actor, things)
  const found = await sentByOthers(form, place, letter)
  // The very bytes that were refused are done for whom the thing is: nothing else was wrong with them.
  found.push(notDone(`${may.role} of the place`, await sendOnce(letter, actor), write))
  for (const role of roles) {
    if (isReached(form, role, place)) found.push(await sentByRole(form, place, role))
  }
  return found.filter((line) => line !== undefined).map((line) => `${place ?? 'here'}: ${line}`)
}

const named = forms.map((form, i) => ({ ...form, name: `${form.path} (${i + 1})` }))

describe('every form of the site', () => {
  it.each(named)('is done only for whom the policy lets: $name', async (form) => {
    const places = isThing(form) ? placesFor(form.path, form.action) : [undefined]
    const found: string[] = []
    for (const place of places) found.push(...(await faultsAt(form, place)))
    expect(found).toEqual([])
  })
})

describe('the walk of forms', () => {
  const answer = (status: number, location?: string): RawAnswer => {
    return { status, headers: { location }, body: '' }
  }

  it.each([
    ['a form that is refused for its fields', answer(422)],
    ['an empty page in place of a refusal', answer(302, '/staff/invitations?slips=x')],
    ['what is done', answer(200)],
  ])('does not take for a refusal: %s', (_what, given) => {
    expect(notRefused('learner', given)).toBeDefined()
  })

  it.each([
    ['a refusal', answer(404), false],
    ['words at a field', answer(422), false],
    ['a page after which nothing is written', answer(302, '/staff'), false],
    ['sending to sign in', answer(302, '/sign-in?return=%2F'), true],
  ])('does not take for done: %s', (_what, given, written) => {
    expect(notDone('administrator', { answer: given, written }, {})).toBeDefined()
  })
})
