import type { Actor, Permission } from '#app/accounts/domain/policy.ts'
import { reachOf } from '#app/accounts/domain/policy.ts'
import { and, like, ne, or, type SQL, sql } from '#db/dialect/index.ts'
import { organisations } from './tables.server.ts'

/**
 * The condition that an organisation is where the actor has the permission. Every query about
 * things of an organisation joins `organisations` and carries it, so that a row outside is never
 * fetched. Ids are hexadecimal and hyphens, so a path needs no escaping in LIKE.
 */
export function organisationInReach(actor: Actor, permission: Permission): SQL {
  const reach = reachOf(actor, permission)
  if (reach === 'everywhere') return sql`1 = 1`
  const parts = reach.map(({ path, below }) =>
    and(like(organisations.path, `${path}%`), below ? ne(organisations.path, path) : undefined),
  )
  return or(...parts) ?? sql`1 = 0`
}
