import type { Actor } from '#app/accounts/domain/policy.ts'
import type { AccessKind } from '#app/talent/domain/kinds.ts'
import { formatNeed, type Need } from '#app/talent/domain/need.ts'
import type { SearchPlace } from '#app/talent/domain/reach.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { read } from '#db/client.server.ts'
import { desc, eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { organisations, people } from '#db/organisation/tables.server.ts'
import { accessLog, registrySearches } from './tables.server.ts'

/** A look at some people: all of them read it in their own log, with the purpose. */
export type Look = { kind: AccessKind; purpose: string; personIds: string[] }

/** Writes a look into the log of each person, within the command that shows them. */
export async function logLook({ tx, at }: Work, viewer: Actor, look: Look): Promise<void> {
  if (look.personIds.length === 0) return
  const { kind, purpose, personIds } = look
  const seen = { viewerId: viewer.personId, viewerUnitId: viewer.unitId, kind, purpose, at }
  await tx
    .insert(accessLog)
    .values(personIds.map((personId) => ({ ...seen, id: newId(at), personId })))
}

/**
 * Records a search and everyone it lists, before the list is shown. The audit event has the need
 * and how many, no person: a search that showed nobody is recorded as well, with its purpose, since
 * asking again and again is what an auditor looks for.
 */
export async function recordSearch(
  viewer: Actor,
  search: { need: Need; place: SearchPlace; purpose: string; personIds: string[] },
): Promise<void> {
  const { need, place, purpose, personIds } = search
  const command = { actorId: viewer.personId, subjectId: viewer.unitId }
  await perform({ ...command, action: 'registry.searched' }, async (work) => {
    work.note({ need: formatNeed(need).toString(), place, listed: personIds.length })
    const { tx, at } = work
    const row = { id: newId(at), viewerId: viewer.personId, purpose, at }
    await tx.insert(registrySearches).values(row)
    await logLook(work, viewer, { kind: 'listed', purpose, personIds })
  })
}

/** Records that one person's evidence is opened, before it is shown. */
export async function recordView(viewer: Actor, personId: string, purpose: string): Promise<void> {
  const command = { actorId: viewer.personId, subjectId: personId }
  await perform({ ...command, action: 'registry-entry.viewed' }, (work) =>
    logLook(work, viewer, { kind: 'viewed', purpose, personIds: [personId] }),
  )
}

/** The newest looks at a person, for that person: which unit, what, why, when. */
export function listLooks(personId: string, limit: number) {
  return read()
    .select({
      id: accessLog.id,
      kind: accessLog.kind,
      purpose: accessLog.purpose,
      at: accessLog.at,
      viewerUnitId: accessLog.viewerUnitId,
      unitZh: organisations.nameZh,
      unitEn: organisations.nameEn,
      ownUnitId: people.unitId,
    })
    .from(accessLog)
    .innerJoin(people, eq(people.id, accessLog.personId))
    .leftJoin(organisations, eq(organisations.id, accessLog.viewerUnitId))
    .where(eq(accessLog.personId, personId))
    .orderBy(desc(accessLog.at), desc(accessLog.id))
    .limit(limit)
}
