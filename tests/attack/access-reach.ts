import { type Permission, policy, type Scope } from '#app/accounts/domain/policy.ts'
import { type Role, roles } from '#app/accounts/domain/roles.ts'
import { anOrganisation } from '#tests/factories.ts'

/** What a route asks for, as `civic routes` lists it. */
export type Asked = 'public' | 'signed-in' | 'unguarded' | Permission | null

/** Where units stand to the own one, in which every role of the walk is held. */
export const unitPlaces = ['own', 'child', 'parent', 'sibling', 'city', 'unrelated'] as const
export type UnitPlace = (typeof unitPlaces)[number]
/** Where a thing is: in a unit with a colleague there, or with who asks (`oneself`, in the own unit). */
export type Place = UnitPlace | 'oneself'

export type Unit = Awaited<ReturnType<typeof anOrganisation>>
export type Tree = Record<UnitPlace, Unit> & { above: Record<UnitPlace, Unit> }

/** A tree with the own unit in its middle, an unrelated one, and what each unit is directly below. */
export async function aTree(): Promise<Tree> {
  const unit = (parent?: Unit) =>
    anOrganisation({ ...(parent && { parent }), regionCode: '110101' })
  const province = await unit()
  const city = await unit(province)
  const parent = await unit(city)
  const [own, sibling] = [await unit(parent), await unit(parent)]
  const child = await unit(own)
  const elsewhere = await unit()
  const unrelated = await unit(elsewhere)
  const above = { own: parent, sibling: parent, child: own, parent: city, city: province }
  return { own, child, parent, sibling, city, unrelated, above: { ...above, unrelated: elsewhere } }
}

/** What each scope of the policy means for a role that is held in the own unit. */
const placesIn: Record<Scope, readonly Place[]> = {
  self: ['oneself'],
  unit: ['own', 'child'],
  below: ['child'],
  everywhere: [...unitPlaces, 'oneself'],
}

type Finer = { reach: Partial<Record<Role, readonly Place[]>>; because: string }

const ownUnit: Finer = {
  reach: { 'hr-officer': ['own'] },
  because: 'names of staff are for their very unit: a unit below is another one (本单位)',
}
const asked: Finer = {
  reach: { 'hr-officer': ['own'], 'hr-superior': ['own'] },
  because: 'a request is a thing of the unit that asks, wherever it asks',
}

/** Where a route's rule is finer than its permission's scope, and why. Nothing else deviates. */
export const finer: Record<string, Finer> = {
  '/talent/people/:code': ownUnit,
  '/talent/people/:code/contact': {
    reach: { 'hr-officer': [] },
    because: 'own staff are spoken to; asking those below takes the sight of a superior unit',
  },
  '/talent/attestations/:personId': ownUnit,
  '/talent/attestations/:personId/new': ownUnit,
  '/talent/attestations/:personId/:id/withdrawal': ownUnit,
  '/talent/requests/:id': asked,
  '/talent/requests/:id/withdrawal': {
    reach: { 'hr-officer': ['oneself'], 'hr-superior': ['oneself'] },
    because: 'a request is taken back by who made it',
  },
  '/talent/unit-consents/:id': ownUnit,
  '/talent/unit-consents/:id/withdrawal': ownUnit,
}

const isPermission = (asked: Asked): asked is Permission => asked !== null && asked in policy

/** How far the policy lets a role; undefined where not at all. */
export function scopeFor(asked: Asked, role: Role): Scope | undefined {
  if (!isPermission(asked)) return 'everywhere'
  const line: Partial<Record<Role, Scope>> = policy[asked]
  return line[role]
}

/** Where the thing of a route may be for this role: by the policy's scope, or by what is finer. */
export function reachFor(path: string, asked: Asked, role: Role): readonly Place[] {
  const scope = scopeFor(asked, role)
  if (scope === undefined) return []
  return finer[path]?.reach[role] ?? placesIn[scope]
}

/** The places to walk for a thing of a route: every unit, and with oneself where that means something. */
export function placesFor(path: string, asked: Asked): Place[] {
  const own = roles.some((role) => reachFor(path, asked, role).includes('oneself'))
  return own ? [...unitPlaces, 'oneself'] : [...unitPlaces]
}

/** Somebody whom the route lets act on things at one of these places, to vouch for what is sent. */
export function actorFor(path: string, asked: Asked): { role: Role; at: Place } | undefined {
  for (const role of roles) {
    const [at] = reachFor(path, asked, role)
    if (at) return { role, at }
  }
}
