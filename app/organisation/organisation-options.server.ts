import type { Actor, Permission } from '#app/accounts/domain/policy.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { compareText, currentLocale } from '#app/shared/i18n/format.ts'
import { listOrganisations, type Organisation } from '#db/organisation/organisations.server.ts'
import { inTreeOrder } from './domain/tree.ts'

export type Branch = Organisation & { label: string; depth: number }

/** The organisations in reach as a tree: each after what it belongs to. */
export async function listTree(actor: Actor, permission: Permission): Promise<Branch[]> {
  const locale = currentLocale()
  const all = await listOrganisations(actor, permission)
  const labelled = all.map((each) => ({ ...each, label: inLocale(each.name, locale) }))
  return inTreeOrder(labelled, (a, b) => compareText(a.label, b.label))
}

/** The same for a select: indented by depth, retired ones left out. */
export async function organisationOptions(
  actor: Actor,
  permission: Permission,
): Promise<{ value: string; label: string }[]> {
  const tree = await listTree(actor, permission)
  return tree
    .filter(({ retiredAt }) => retiredAt === null)
    .map(({ id, label, depth }) => ({ value: id, label: `${'\u3000'.repeat(depth)}${label}` }))
}
