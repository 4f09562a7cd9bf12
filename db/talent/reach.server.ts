import type { Actor } from '#app/accounts/domain/policy.ts'
import { ownUnits, type SearchPlace, unitsAbove } from '#app/talent/domain/reach.ts'
import { and, inArray, like, ne, not, or, type SQL, sql } from '#db/dialect/index.ts'
import { organisations } from '#db/organisation/tables.server.ts'
import { registryEntries } from './tables.server.ts'

const nowhere = sql`1 = 0`

/** The condition on `organisations` that a unit is one of the actor's own (see `ownUnits`). */
export function isOwnUnit(actor: Actor): SQL {
  const paths = ownUnits(actor)
  return paths.length > 0 ? inArray(organisations.path, paths) : nowhere
}

/** The condition on `organisations` that a unit is below the actor's, and none of the own. */
export function isUnitBelow(actor: Actor): SQL {
  const parts = unitsAbove(actor).map((path) =>
    and(like(organisations.path, `${path}%`), ne(organisations.path, path)),
  )
  return and(or(...parts) ?? nowhere, not(isOwnUnit(actor))) as SQL
}

/**
 * The condition on registry entries that the person works, now, where the actor may look. Unit and
 * state in the entry are the person's present ones; who has left is left out.
 */
export function isWithinSight(actor: Actor, place: SearchPlace): SQL {
  const unit = place === 'own' ? isOwnUnit(actor) : isUnitBelow(actor)
  const { unitId, personState } = registryEntries
  // Not `in`: SQLite would look each holder of a skill up once for every unit in sight.
  return sql`(${personState} = 'active' and exists (select 1 from ${organisations}
    where ${organisations.id} = ${unitId} and ${unit}))`
}
