import { randomInt } from 'node:crypto'
import type { Evidence } from '#app/talent/domain/evidence.ts'
import { coarseRegion } from '#app/talent/domain/registry.ts'
import { coarseConfidence, quarterOf } from '#app/white-hat/domain/quarter.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { type Db, read } from '#db/client.server.ts'
import { and, eq, inArray, isNull } from '#db/dialect/index.ts'
import { organisations, people } from '#db/organisation/tables.server.ts'
import { evidenceIn } from '#db/talent/skill-queries.server.ts'
import { personSkills } from '#db/talent/tables.server.ts'
import { codeNamesOf } from '#db/vault/identities.server.ts'
import {
  whiteHatApplications,
  whiteHatEntries,
  whiteHatEvidence,
  whiteHatSkills,
} from './tables.server.ts'

/** Rows in one INSERT: below the limit of bound values of both engines. */
const chunk = 500

/** In parts to insert, in an order that tells nothing: drawn by the system's generator. */
function chunks<T>(list: readonly T[]): T[][] {
  const rows = shuffled(list)
  const count = Math.ceil(rows.length / chunk)
  return Array.from({ length: count }, (_, i) => rows.slice(i * chunk, (i + 1) * chunk))
}

function shuffled<T>(list: readonly T[]): T[] {
  const result = [...list]
  for (let i = result.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    const moved = result[i] as T
    result[i] = result[j] as T
    result[j] = moved
  }
  return result
}

function listApplicants(db: Db) {
  return db
    .select({
      personId: people.id,
      role: whiteHatApplications.role,
      tier: organisations.tier,
      regionCode: organisations.regionCode,
      staffKind: people.staffKind,
    })
    .from(whiteHatApplications)
    .innerJoin(people, eq(people.id, whiteHatApplications.personId))
    .innerJoin(organisations, eq(organisations.id, people.unitId))
    .where(and(isNull(whiteHatApplications.withdrawnAt), eq(people.state, 'active')))
}

type Rows = {
  entries: (typeof whiteHatEntries.$inferInsert)[]
  skills: (typeof whiteHatSkills.$inferInsert)[]
  evidence: (typeof whiteHatEvidence.$inferInsert)[]
}

function coarseEvidence(codeName: string, own: Evidence[]): Rows['evidence'] {
  const rows = own.map(({ skill, level, kind, at }) => {
    return { codeName, skill, level, kind, quarter: quarterOf(at) }
  })
  return [...new Map(rows.map((row) => [Object.values(row).join(' '), row])).values()]
}

/** What the masked pool holds now, without any person's id. */
async function poolRows({ tx, at }: Work, names: ReadonlyMap<string, string>): Promise<Rows> {
  const applicants = await listApplicants(tx)
  const ids = applicants.map(({ personId }) => personId)
  const rows: Rows = { entries: [], skills: [], evidence: [] }
  if (ids.length === 0) return rows
  const evidence = await evidenceIn(tx, ids, at)
  const held = await tx.select().from(personSkills).where(inArray(personSkills.personId, ids))
  for (const { personId, ...place } of applicants) {
    // A code name still on its way to the vault comes with the next rebuild, which follows it.
    const codeName = names.get(personId)
    if (!codeName) continue
    rows.entries.push({ ...place, codeName, regionCode: coarseRegion(place.regionCode) })
    rows.evidence.push(...coarseEvidence(codeName, evidence.get(personId) ?? []))
    const own = held.filter((row) => row.personId === personId)
    for (const { skill, level, confidence, evidenceAt } of own) {
      rows.skills.push({
        ...{ codeName, skill, level },
        confidence: coarseConfidence(confidence),
        evidenceAt: quarterOf(evidenceAt),
      })
    }
  }
  return rows
}

async function rebuild(): Promise<number> {
  const applicants = await listApplicants(read())
  const names = await codeNamesOf(applicants.map(({ personId }) => personId))
  const command = { actorId: 'system', subjectId: 'white-hat-pool' }
  return perform({ ...command, action: 'white-hat-pool.rebuilt' }, async (work) => {
    const { tx, note } = work
    const { entries, skills, evidence } = await poolRows(work, names)
    await tx.delete(whiteHatEvidence)
    await tx.delete(whiteHatSkills)
    await tx.delete(whiteHatEntries)
    for (const part of chunks(entries)) await tx.insert(whiteHatEntries).values(part)
    for (const part of chunks(skills)) await tx.insert(whiteHatSkills).values(part)
    for (const part of chunks(evidence)) await tx.insert(whiteHatEvidence).values(part)
    note({ count: entries.length })
    return entries.length
  })
}

let last: Promise<unknown> = Promise.resolve()

/**
 * Writes the whole masked pool anew, in random order, and answers how many are in it. To be called
 * after someone applied, withdrew, left or was erased, and by the schedule: evidence earned since
 * comes in only then, so that no change of the pool follows a person's test at once. One after
 * another, so that an older reading of the vault never wins.
 */
export function rebuildWhiteHatPool(): Promise<number> {
  const turn = last.then(rebuild)
  last = turn.catch(() => {})
  return turn
}
