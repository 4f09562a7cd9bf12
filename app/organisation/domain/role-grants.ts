import { policy, type Scope } from '#app/accounts/domain/policy.ts'
import { type Role, roles } from '#app/accounts/domain/roles.ts'
import { isWithin } from './organisation.ts'

/** Everyone of the staff is a learner; applicants come from outside. Neither is granted by hand. */
const byThemselves = new Set<Role>(['learner', 'applicant'])

/** Whether the role has a permission without bounds that every learner does not have anyway. */
function isFarReaching(role: Role): boolean {
  const lines: Partial<Record<Role, Scope>>[] = Object.values(policy)
  return lines.some((line) => line[role] === 'everywhere' && line.learner !== 'everywhere')
}

/**
 * The roles an administrator may grant. One that sees beyond every unit (an auditor, say) needs an
 * administrator of the top of the tree: nobody gives what they do not have.
 */
export function grantableRoles(atTheTop: boolean): Role[] {
  return roles.filter((role) => !byThemselves.has(role) && (atTheTop || !isFarReaching(role)))
}

/**
 * Whether `path` keeps an administrator: one of `others`, the paths for which other active people
 * hold that role, is it or above it.
 */
export function keepsAdministrator(path: string, others: string[]): boolean {
  return others.some((other) => isWithin(path, other))
}
