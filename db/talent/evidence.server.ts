import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/audit/domain/chain.ts'
import {
  derivePersonSkills,
  type Evidence,
  type EvidenceKind,
  startingStrength,
} from '#app/talent/domain/evidence.ts'
import type { Work } from '#db/audit/perform.server.ts'
import type { Db } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { personSkills, skillEvidence, skills } from './tables.server.ts'

export type NewEvidence = {
  personId: string
  skill: string
  level: number
  kind: EvidenceKind
  diagnostic?: boolean
  /** 'platform', or the person who attested. */
  issuer: string
  /** What it comes from, and which version of that: an attempt, a lab attempt, a module. */
  sourceId: string
  sourceVersion: string
  expiresAt?: number
}

async function offensiveSkills(db: Db): Promise<Set<string>> {
  const rows = await db.select({ code: skills.code, content: skills.content }).from(skills)
  return new Set(rows.filter(({ content }) => content.offensive).map(({ code }) => code))
}

/**
 * Derives a person's skills anew from all their evidence, as of the command's moment or `asOf`;
 * part of the command that changed it.
 */
export async function rebuildPersonSkills(
  { tx, at }: Work,
  personId: string,
  asOf = at,
): Promise<void> {
  const rows = await tx.select().from(skillEvidence).where(eq(skillEvidence.personId, personId))
  const evidence: Evidence[] = rows
    .filter((row) => row.revokesId === null)
    .map((row) => ({ ...row, expiresAt: row.expiresAt ?? undefined }))
  const revocations = rows.flatMap((row) =>
    row.revokesId === null ? [] : [{ revokes: row.revokesId, at: row.at }],
  )
  const derived = derivePersonSkills(evidence, asOf, {
    revocations,
    offensiveSkills: await offensiveSkills(tx),
  })
  await tx.delete(personSkills).where(eq(personSkills.personId, personId))
  if (derived.length === 0) return
  await tx.insert(personSkills).values(
    derived.map(({ latestAt, ...skill }) => ({
      ...skill,
      personId,
      evidenceAt: latestAt,
      asOf,
    })),
  )
}

/**
 * Records evidence within the command that earned it, and derives the person's skills. Evidence is
 * never changed: the hash covers all of the row, so a later change shows.
 */
export async function addEvidence(work: Work, evidence: NewEvidence): Promise<string> {
  const { tx, at } = work
  const { diagnostic = false, expiresAt = null, kind, ...rest } = evidence
  const strength = startingStrength(kind, diagnostic)
  const row = { ...rest, kind, diagnostic, strength, at, expiresAt, id: newId(at), revokesId: null }
  const hash = createHash('sha256').update(canonicalJson(row)).digest('hex')
  await tx.insert(skillEvidence).values({ ...row, hash })
  await rebuildPersonSkills(work, evidence.personId)
  return row.id
}

/** Takes evidence back by a row that says who and when; the evidence itself stays. */
export async function revokeEvidence(work: Work, id: string, issuer: string): Promise<void> {
  const { tx, at } = work
  const [evidence] = await tx.select().from(skillEvidence).where(eq(skillEvidence.id, id))
  if (!evidence) return
  const row = { ...evidence, issuer, at, id: newId(at), revokesId: id, hash: '' }
  const hash = createHash('sha256').update(canonicalJson(row)).digest('hex')
  await tx.insert(skillEvidence).values({ ...row, hash })
  await rebuildPersonSkills(work, evidence.personId)
}
