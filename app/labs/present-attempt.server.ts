import { presentSample } from '#app/labs/domain/answers.ts'
import { type AnswersDraft, answersDraft } from '#app/labs/domain/answers-draft.ts'
import { explainVerdict } from '#app/labs/domain/explain-sql.ts'
import type { SqlGrade } from '#app/labs/domain/report.ts'
import {
  type AnswersLabAtVersion,
  isAnswersLab,
  isSqlLab,
  type SqlLabAtVersion,
} from '#app/labs/lab-at-version.server.ts'
import { drawFor } from '#app/labs/work-answers.server.ts'
import { type Bilingual, inLocale } from '#app/shared/domain/text.ts'
import { currentLocale, formatDateTime } from '#app/shared/i18n/format.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import type { findLabAttempt, LabAtVersion } from '#db/labs/queries.server.ts'

type Attempt = NonNullable<Awaited<ReturnType<typeof findLabAttempt>>>

const say = (words: Bilingual | null | undefined) =>
  words ? inLocale(words, currentLocale()) : undefined

function presentSql(lab: SqlLabAtVersion, grade: SqlGrade) {
  const { cases, limits } = lab.manifest
  const { verdict, cpuMs, peakMb, error } = grade
  const ran = verdict === 'OK' || verdict === 'ERROR'
  return {
    runtime: 'sql' as const,
    checks: grade.checks.map(({ hint, caseId, ...check }, i) => ({
      ...check,
      id: caseId,
      name: say(cases.find(({ id }) => id === caseId)?.name) ?? caseId,
      hint: say(hint),
      open: i === 0,
    })),
    error: error && { message: error.message, plain: say(error.plain) },
    /** Which limit ended the run, in words. */
    stopped: ran ? undefined : say(explainVerdict(verdict, limits)),
    used: { cpuMs, peakMb, wallMs: limits.wallMs, memoryMb: limits.memoryMb },
  }
}
export type ShownSqlResult = ReturnType<typeof presentSql>

/** What was answered, by sample; nothing once that was deleted (`expireAnswers`). */
function given(submission: string): AnswersDraft['answers'] {
  if (submission === '') return {}
  return answersDraft.parse(JSON.parse(submission)).answers
}

function presentAnswers(personId: string, lab: AnswersLabAtVersion, attempt: Attempt) {
  const { report } = attempt
  if (report.runtime !== 'answers') throw new Error(`attempt ${attempt.id} is of another runtime`)
  const { verdicts, pass } = lab.manifest
  const { samples, seed } = drawFor(personId, lab, report.draw)
  const answers = given(attempt.submission)
  const verdictText = (id: string | undefined) => say(verdicts.find((v) => v.id === id)?.text) ?? ''
  return {
    runtime: 'answers' as const,
    pass,
    checks: report.grade.checks,
    samples: report.grade.samples.flatMap((grade) => {
      const sample = samples.find(({ id }) => id === grade.id)
      if (!sample) return []
      const { clues: _, ...mail } = presentSample(sample, seed, currentLocale())
      return {
        ...mail,
        verdictRight: grade.verdictRight,
        evidenceRight: grade.evidenceRight,
        answered: verdictText(answers[grade.id]?.verdict),
        verdict: verdictText(grade.verdict),
        why: inLocale(grade.why, currentLocale()),
        clues: grade.clues.map(({ id, named, evidence, text, why }) => {
          return { id, named, evidence, text: say(text) ?? '', why: say(why) ?? '' }
        }),
      }
    }),
  }
}
export type ShownAnswersResult = ReturnType<typeof presentAnswers>

/** A recorded attempt as its result is shown; `lab` is in the version it was graded by. */
export function presentAttempt(reader: Reader, lab: LabAtVersion, attempt: Attempt) {
  const head = {
    id: attempt.id,
    at: formatDateTime(attempt.at, reader.timeZone),
    passed: attempt.passed,
    submission: attempt.report.runtime === 'sql' ? attempt.submission : '',
  }
  if (attempt.report.runtime === 'sql' && isSqlLab(lab)) {
    return { ...head, result: presentSql(lab, attempt.report.grade) }
  }
  if (isAnswersLab(lab)) return { ...head, result: presentAnswers(reader.personId, lab, attempt) }
  throw new Error(`attempt ${attempt.id} and its lab are of two runtimes`)
}
export type ShownAttempt = ReturnType<typeof presentAttempt>
