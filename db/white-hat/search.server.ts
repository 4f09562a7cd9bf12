import type { Actor } from '#app/accounts/domain/policy.ts'
import { formatNeed, type Need } from '#app/talent/domain/need.ts'
import { coarseRegion } from '#app/talent/domain/registry.ts'
import type { WhiteHatRole } from '#app/white-hat/domain/roles.ts'
import { perform } from '#db/audit/perform.server.ts'
import { read } from '#db/client.server.ts'
import { and, desc, eq, inArray, type SQL } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { countIn, type Found, listIn } from '#db/talent/find.server.ts'
import { compileNeed, whiteHatPool } from '#db/talent/predicate.server.ts'
import { whiteHatEntries, whiteHatSearches, whiteHatSkills } from './tables.server.ts'

/** People on one page of the masked list. */
export const pageSize = 20

export type WhiteHatQuery = {
  need: Need
  role: WhiteHatRole | undefined
  purpose: string
  page: number
}

/** Who looked for what in the masked pool, for the auditor. Nobody it found is named, not even masked. */
async function recordSearch(actor: Actor, { need, role, purpose }: WhiteHatQuery) {
  const command = { actorId: actor.personId, subjectId: 'white-hat-pool' }
  await perform({ ...command, action: 'white-hat-pool.searched' }, async ({ tx, at, note }) => {
    const row = { id: newId(at), viewerId: actor.personId, purpose, at }
    await tx.insert(whiteHatSearches).values(row)
    note({ need: formatNeed(need).toString(), role: role ?? null })
  })
}

/** Searches the masked pool with the same predicate as the ordinary one, and records it first. */
export async function searchWhiteHats(actor: Actor, query: WhiteHatQuery, at: number) {
  const { need, role, page } = query
  const asked: Need = { ...need, contracts: [], availableBy: '', region: coarse(need.region) }
  const compiled = compileNeed(asked, whiteHatPool, at)
  const inRole = role && eq(whiteHatEntries.role, role)
  const hits = and(compiled.hits, inRole) as SQL
  const nearMisses = and(compiled.nearMisses, inRole) as SQL
  const count = await countIn(compiled, hits)
  await recordSearch(actor, query)
  return {
    count,
    nearCount: await countIn(compiled, nearMisses),
    pages: Math.ceil(count / pageSize),
    found: await listIn(compiled, hits, { limit: pageSize, offset: (page - 1) * pageSize }),
    near: await listIn(compiled, nearMisses, { limit: pageSize }),
  }
}

/** The pool knows prefectures, no finer; a county asks for its prefecture. */
function coarse(region: string): string {
  return region.length === 6 ? coarseRegion(region).slice(0, 4) : region
}

/** What of the entries found may be shown: place, role, skills with the kind and quarter of evidence. */
export async function describeWhiteHats(found: Found[]) {
  const names = found.map(({ key }) => key)
  if (names.length === 0) return []
  const entries = await read()
    .select()
    .from(whiteHatEntries)
    .where(inArray(whiteHatEntries.codeName, names))
  const skills = await read()
    .select()
    .from(whiteHatSkills)
    .where(inArray(whiteHatSkills.codeName, names))
    .orderBy(desc(whiteHatSkills.level), whiteHatSkills.skill)
  return found.flatMap(({ key, match }) => {
    const entry = entries.find(({ codeName }) => codeName === key)
    const own = skills.filter(({ codeName }) => codeName === key)
    return entry ? [{ ...entry, match, skills: own }] : []
  })
}
