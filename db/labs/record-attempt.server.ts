import type { SkillLevel } from '#app/catalogue/domain/course.ts'
import type { LabReport } from '#app/labs/domain/report.ts'
import type { Verdict } from '#app/labs/domain/run.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { and, count, eq, isNotNull, isNull, like, notInArray } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { completeIfDone } from '#db/learning/complete.server.ts'
import { addEvidence } from '#db/talent/evidence.server.ts'
import { moduleProgress } from '../learning/tables.server.ts'
import { skillEvidence } from '../talent/tables.server.ts'
import { labAttempts } from './tables.server.ts'

export type NewLabAttempt = {
  personId: string
  /** The form's, so that sending it twice records once. */
  key: string
  labId: string
  versionId: string
  skills: SkillLevel[]
  submission: string
  verdict: Verdict
  report: LabReport
  passed: boolean
  cpuMs: number
  peakMb: number
  /** For a lab whose samples are drawn for each submission: it is refused unless this is the next. */
  draw?: number
}

const evidenceKind = 'unsupervised-lab'

/** Skills for which a pass of this lab counts already, and was not taken back. */
async function skillsShown({ tx }: Work, personId: string, labId: string): Promise<Set<string>> {
  const own = and(
    eq(skillEvidence.personId, personId),
    eq(skillEvidence.sourceId, labId),
    eq(skillEvidence.kind, evidenceKind),
  )
  const taken = tx
    .select({ id: skillEvidence.revokesId })
    .from(skillEvidence)
    .where(and(own, isNotNull(skillEvidence.revokesId)))
  const rows = await tx
    .select({ skill: skillEvidence.skill })
    .from(skillEvidence)
    .where(and(own, isNull(skillEvidence.revokesId), notInArray(skillEvidence.id, taken)))
  return new Set(rows.map(({ skill }) => skill))
}

async function addLabEvidence(work: Work, attempt: NewLabAttempt): Promise<string[]> {
  const { personId, labId, versionId, skills } = attempt
  const shown = await skillsShown(work, personId, labId)
  const added = skills.filter(({ skill }) => !shown.has(skill))
  for (const { skill, level } of added) {
    await addEvidence(work, {
      personId,
      skill,
      level,
      kind: evidenceKind,
      issuer: 'platform',
      sourceId: labId,
      sourceVersion: versionId,
    })
  }
  return added.map(({ skill }) => skill)
}

/** Completes the course's modules that the person has begun and for which this lab was the last step. */
async function completeModules(work: Work, personId: string, labId: string): Promise<string[]> {
  const course = labId.slice(0, labId.indexOf('/'))
  const begun = await work.tx
    .select({ moduleId: moduleProgress.moduleId })
    .from(moduleProgress)
    .where(
      and(
        eq(moduleProgress.personId, personId),
        like(moduleProgress.moduleId, `${course}/%`),
        isNull(moduleProgress.completedAt),
      ),
    )
  const completed: string[] = []
  for (const { moduleId } of begun) {
    if (await completeIfDone(work, personId, moduleId)) completed.push(moduleId)
  }
  return completed
}

/** Whether `draw` is the next: as many submissions came before it, in whatever window. */
async function isNextDraw({ tx }: Work, { personId, labId, draw }: NewLabAttempt) {
  if (draw === undefined) return true
  const [before] = await tx
    .select({ attempts: count() })
    .from(labAttempts)
    .where(and(eq(labAttempts.personId, personId), eq(labAttempts.labId, labId)))
  return before?.attempts === draw - 1
}

/** What a recorded submission brought: skills it is evidence of, and modules it completed. */
export type RecordedAttempt = { id: string; evidence: string[]; completed: string[] }

/**
 * Records a graded submission. The first pass of a lab gives evidence of each of its skills at
 * their levels; a later one gives it again only where the earlier was revoked. 'stale': its draw
 * was submitted before, so the answers to it have been shown.
 */
export function recordLabAttempt(
  attempt: NewLabAttempt,
): Promise<Result<RecordedAttempt, 'stale'>> {
  const { key, skills, draw, ...row } = attempt
  const { personId, labId, versionId, verdict, passed } = attempt
  return perform(
    { actorId: personId, action: 'lab.submitted', subjectId: labId, key },
    async (work) => {
      if (!(await isNextDraw(work, attempt))) return fail('stale' as const)
      const id = newId(work.at)
      await work.tx.insert(labAttempts).values({ ...row, id, at: work.at })
      const evidence = passed ? await addLabEvidence(work, attempt) : []
      const completed = passed ? await completeModules(work, personId, labId) : []
      work.note({ attemptId: id, versionId, verdict, passed, evidence, completed })
      return ok({ id, evidence, completed })
    },
  )
}
