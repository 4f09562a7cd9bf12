import { isWithin } from '#app/organisation/domain/organisation.ts'
import type { Role } from './roles.ts'

/**
 * Where a permission reaches: `self` (what is the actor's own), `unit` (the organisation the role
 * is held for and what is below it), `below` (only what is below it), `everywhere`.
 */
export type Scope = 'self' | 'unit' | 'below' | 'everywhere'

/** The policy: one line per permission, which role has it and how far. Nothing else grants. */
export const policy = {
  // One's own affairs: everyone with an account.
  'account.manage': { learner: 'self', applicant: 'self' },
  'language.choose': { learner: 'self', applicant: 'self' },
  // Learning
  'course.read': { learner: 'everywhere', applicant: 'everywhere' },
  'course.study': { learner: 'self', applicant: 'self' },
  'lab.work': { learner: 'self', applicant: 'self' },
  'assessment.take': { learner: 'self', applicant: 'self' },
  'record.read': { learner: 'self', applicant: 'self' },
  // Registry
  'registry.decide': { learner: 'self', applicant: 'self' },
  'talent.search': { 'hr-officer': 'unit', 'hr-superior': 'below' },
  'talent.identify': { 'hr-officer': 'unit' },
  'skill.attest': { 'hr-officer': 'unit' },
  'contact.request': { 'hr-officer': 'unit', 'hr-superior': 'below' },
  'contact.decide-for-unit': { 'hr-officer': 'unit' },
  // White hats
  'white-hat.apply': { learner: 'self', applicant: 'self' },
  'white-hat.search': { 'white-hat-officer': 'everywhere', 'white-hat-approver': 'everywhere' },
  // Authoring
  'lesson.write': { author: 'unit' },
  'lesson.review': { reviewer: 'unit' },
  // Organisation and staff
  'staff.list': { 'hr-officer': 'unit', administrator: 'unit' },
  'staff.manage': { administrator: 'unit' },
  'organisation.manage': { administrator: 'unit' },
  'role.grant': { administrator: 'unit' },
  'course.nominate': { 'hr-officer': 'unit' },
  'credit-hours.report': { 'hr-officer': 'unit' },
  // Oversight
  'audit.read': { auditor: 'everywhere' },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>

export type Permission = keyof typeof policy

/** One role, held for one organisation. */
export type Grant = { role: Role; organisationId: string; path: string }

/** Who acts: what a guard returns and every scoped query takes. */
export type Actor = {
  personId: string
  /** The department or unit they work in, and the unit that looks after them. */
  organisationId: string
  unitId: string
  unitPath: string
  grants: Grant[]
}

/** Part of an organisation tree: `path` and below, without `path` itself when `below` is set. */
export type Reach = { path: string; below: boolean }

function scopeOf(permission: Permission, role: Role): Scope | undefined {
  const line: Partial<Record<Role, Scope>> = policy[permission]
  return line[role]
}

/** Whether any role of the actor gives the permission at all. */
export function can(actor: Actor, permission: Permission): boolean {
  return actor.grants.some(({ role }) => scopeOf(permission, role) !== undefined)
}

/** The parts of the tree where the actor has the permission; 'everywhere' where it has no bound. */
export function reachOf(actor: Actor, permission: Permission): Reach[] | 'everywhere' {
  const reach: Reach[] = []
  for (const { role, path } of actor.grants) {
    const scope = scopeOf(permission, role)
    if (scope === 'everywhere') return 'everywhere'
    if (scope === 'unit' || scope === 'below') reach.push({ path, below: scope === 'below' })
  }
  return reach
}

/** Whether the actor has the permission for something that belongs to the organisation at `path`. */
export function canReach(actor: Actor, permission: Permission, path: string): boolean {
  const reach = reachOf(actor, permission)
  if (reach === 'everywhere') return true
  return reach.some((part) => isWithin(path, part.path) && !(part.below && path === part.path))
}
