import type { Actor } from '#app/accounts/domain/policy.ts'
import { courses } from '#db/catalogue/tables.server.ts'
import { isNull, or, type SQL } from '#db/dialect/index.ts'
import { organisationInReach } from '#db/organisation/scope.server.ts'

/** What lets a person see drafts: writing them or reviewing them. */
export type AuthoringPermission = 'lesson.write' | 'lesson.review'

/**
 * The condition that the actor may act on a course, for queries that left-join `organisations` to its
 * owner: a course that comes with the product is open to every author and reviewer of the installation,
 * one that a unit owns only to those whose role reaches that unit.
 */
export function courseInReach(actor: Actor, permission: AuthoringPermission): SQL {
  return or(isNull(courses.ownerId), organisationInReach(actor, permission))!
}
