import { type Actor, canReach, policy, type Scope } from '#app/accounts/domain/policy.ts'
import { type Role, roles } from '#app/accounts/domain/roles.ts'
import { isWithin } from './organisation.ts'

/** Everyone of the staff is a learner; applicants come from outside. Neither is granted by hand. */
const byThemselves = new Set<Role>(['learner', 'applicant'])

/** Whether the role has a permission without bounds that every learner does not have anyway. */
function isFarReaching(role: Role): boolean {
  const lines: Partial<Record<Role, Scope>>[] = Object.values(policy)
  return lines.some((line) => line[role] === 'everywhere' && line.learner !== 'everywhere')
}

/** Whether the actor administers a top of the tree, so that roles without bounds are theirs to give. */
function isAtTheTop(actor: Actor): boolean {
  return actor.grants.some(
    ({ role, path }) => role === 'administrator' && path.split('/').filter(Boolean).length === 1,
  )
}

/**
 * Whether a role is the actor's to give and take. One that sees beyond every unit (an auditor, say)
 * needs an administrator of the top of the tree: nobody gives what they do not have.
 */
function isTheirs(actor: Actor, role: Role): boolean {
  return !byThemselves.has(role) && (isAtTheTop(actor) || !isFarReaching(role))
}

/** The roles an administrator may grant: those that the policy gives anything to. */
export function grantableRoles(actor: Actor): Role[] {
  const lines = Object.values(policy)
  return roles.filter((role) => isTheirs(actor, role) && lines.some((line) => role in line))
}

/** A role held for the organisation at `path`. */
type Held = { role: Role; path: string }

/** Whether a role held for the organisation at `path` is the administrator's to take back, or to have given. */
export function mayGrant(actor: Actor, { role, path }: Held): boolean {
  return isTheirs(actor, role) && canReach(actor, 'role.grant', path)
}

/**
 * Whether the administrator may open the account of somebody who holds these roles: give them a link,
 * take off their second factor, change where their mail goes. Whoever does that can act as them, so
 * it needs that every role could have been granted by the same hand.
 */
export function mayOpenAccount(actor: Actor, held: Held[]): boolean {
  return held.every((each) => byThemselves.has(each.role) || mayGrant(actor, each))
}

/**
 * Whether `path` keeps an administrator: one of `others`, the paths for which other active people
 * hold that role, is it or above it.
 */
export function keepsAdministrator(path: string, others: string[]): boolean {
  return others.some((other) => isWithin(path, other))
}
