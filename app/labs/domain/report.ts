import type { AnswersGrade } from '#app/labs/domain/answers.ts'
import type { RowDifference } from '#app/labs/domain/compare-rows.ts'
import type { Table, Verdict } from '#app/labs/domain/run.ts'
import type { Bilingual } from '#app/shared/domain/text.ts'

/** SQLite's message about the learner's own query (a refusal of ours has none), and what it means. */
export type ShownError = { message?: string; plain: Bilingual | null }

/**
 * One case. One that failed with rows has in what way they differ, counts alone, and a hint where it
 * may be about that. `publicRows` is there for the first case only, whose data everyone sees.
 */
export type SqlCheck = {
  caseId: string
  passed: boolean
  hint?: Bilingual
  difference?: RowDifference
  publicRows?: { expected: Table; given: Table }
}

/** `verdict` is how the learner's run ended, not whether it passed. */
export type SqlGrade = {
  verdict: Verdict
  passed: boolean
  checks: SqlCheck[]
  error?: ShownError
  cpuMs: number
  peakMb: number
}

/** What an attempt keeps for its result page: nothing that was hidden before is in it. */
export type LabReport =
  | { runtime: 'sql'; grade: SqlGrade }
  | { runtime: 'answers'; draw: number; grade: AnswersGrade }
