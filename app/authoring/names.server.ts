import type { Actor } from '#app/accounts/domain/policy.ts'
import { listPeopleInReach } from '#db/authoring/published.server.ts'
import type { AuthoringPermission } from '#db/authoring/scope.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

/**
 * Names of the people among `ids` who work where the actor writes or reviews, and the actor's own. Others
 * are missing: a page calls them by their role.
 */
export async function namesInReach(
  actor: Actor,
  permission: AuthoringPermission,
  ids: (string | null)[],
): Promise<Map<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))]
  const near = await listPeopleInReach(actor, permission, asked)
  const own = asked.includes(actor.personId) ? [actor.personId] : []
  const identities = await identitiesOf([...new Set([...near, ...own])])
  return new Map([...identities].map(([id, { name }]) => [id, name]))
}
