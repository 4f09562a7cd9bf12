import type { AnswersLab, AnswersSubmission, Sample } from '#app/labs/domain/manifest.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { seededShuffle } from '#app/shared/domain/seeded.ts'
import { type Bilingual, inLocale, type Locale } from '#app/shared/domain/text.ts'

/** The lab's parts that drawing and grading need. */
export type AnswersRules = Pick<
  AnswersLab,
  'draw' | 'pass' | 'verdicts' | 'evidenceAtLeast' | 'mistakesAtMost'
>

/**
 * The samples that `seed` draws, in the order to show them. Verdicts share the draw evenly
 * (draw ÷ verdicts each; what is left over goes to verdicts by seed), so that answering the
 * same for all is never a good guess. A verdict with too few samples leaves its share to the rest.
 */
export function drawSamples(rules: AnswersRules, samples: Sample[], seed: string): Sample[] {
  const sorted = [...samples].sort((a, b) => (a.id < b.id ? -1 : 1))
  const pools = seededShuffle(
    rules.verdicts.map((v) => v.id),
    `${seed}/verdicts`,
  ).map((verdict) =>
    seededShuffle(
      sorted.filter((s) => s.verdict === verdict),
      `${seed}/${verdict}`,
    ),
  )
  const rounds = Math.max(...pools.map((pool) => pool.length))
  const dealt = Array.from({ length: rounds }, (_, round) =>
    pools.flatMap((pool) => pool.slice(round, round + 1)),
  ).flat()
  return seededShuffle(dealt.slice(0, rules.draw), `${seed}/order`)
}

/** A sample as a learner sees it before submitting: no verdict, no evidence, no reason. */
export type PresentedSample = {
  id: string
  from: string
  to: string
  subject: string
  date: string
  body: string
  clues: { id: string; text: string }[]
}

/** The fields of `sample` that may leave, in `locale`; clues shuffled by `seed`. */
export function presentSample(sample: Sample, seed: string, locale: Locale): PresentedSample {
  const text = (value: Bilingual) => inLocale(value, locale)
  return {
    id: sample.id,
    from: text(sample.from),
    to: text(sample.to),
    subject: text(sample.subject),
    date: sample.date,
    body: text(sample.body),
    clues: seededShuffle(sample.clues, `${seed}/${sample.id}`).map((clue) => ({
      id: clue.id,
      text: text(clue.text),
    })),
  }
}

/**
 * Checks that `submission` answers exactly the drawn samples, with verdicts and clues that exist;
 * a sample left out, or one that was not shown, is a problem of the form, not a wrong answer.
 */
export function checkSubmission(
  rules: AnswersRules,
  drawn: Sample[],
  submission: AnswersSubmission,
): Result<AnswersSubmission, 'incomplete' | 'malformed'> {
  const ids = new Set(drawn.map((s) => s.id))
  if (Object.keys(submission).some((id) => !ids.has(id))) return fail('malformed')
  for (const sample of drawn) {
    const answer = Object.hasOwn(submission, sample.id) ? submission[sample.id] : undefined
    if (!answer) return fail('incomplete')
    const known = new Set(sample.clues.map((c) => c.id))
    const sound =
      rules.verdicts.some((v) => v.id === answer.verdict) &&
      answer.clues.every((id) => known.has(id)) &&
      new Set(answer.clues).size === answer.clues.length
    if (!sound) return fail('malformed')
  }
  return ok(submission)
}

/** How one sample was judged, with what is shown after submitting. */
export type SampleGrade = {
  id: string
  verdictRight: boolean
  evidenceRight: boolean
  /** The verdict that is right, and why. */
  verdict: string
  why: Bilingual
  /** Every clue: whether it was named, whether it is evidence, and why. */
  clues: { id: string; text: Bilingual; named: boolean; evidence: boolean; why: Bilingual }[]
}

/** `verdicts` and `evidence` are the lab's two checks; passing it needs both. */
export type AnswersGrade = {
  checks: { caseId: 'verdicts' | 'evidence'; passed: boolean; right: number; total: number }[]
  passed: boolean
  samples: SampleGrade[]
}

function gradeSample(
  rules: AnswersRules,
  sample: Sample,
  answer: AnswersSubmission[string] | undefined,
): SampleGrade {
  const clues = sample.clues.map((clue) => ({
    id: clue.id,
    text: clue.text,
    named: answer?.clues.includes(clue.id) ?? false,
    evidence: clue.evidence,
    why: clue.why,
  }))
  const named = clues.filter((c) => c.named)
  const good = named.filter((c) => c.evidence).length
  // A sample may hold less evidence than the lab asks for: then all of it is enough.
  const wanted = Math.min(rules.evidenceAtLeast, clues.filter((c) => c.evidence).length)
  return {
    id: sample.id,
    verdictRight: answer?.verdict === sample.verdict,
    evidenceRight: good >= wanted && named.length - good <= rules.mistakesAtMost,
    verdict: sample.verdict,
    why: sample.why,
    clues,
  }
}

/**
 * Grades a submission to the drawn samples. `verdicts` passes when at least `pass` samples have
 * the right verdict; `evidence` when at least `pass` have the right verdict and its evidence too.
 */
export function gradeAnswers(
  rules: AnswersRules,
  drawn: Sample[],
  submission: AnswersSubmission,
): AnswersGrade {
  const samples = drawn.map((sample) => gradeSample(rules, sample, submission[sample.id]))
  const check = (caseId: 'verdicts' | 'evidence', right: number) => {
    return { caseId, passed: right >= rules.pass, right, total: samples.length }
  }
  const judged = samples.filter((s) => s.verdictRight)
  const proven = judged.filter((s) => s.evidenceRight)
  const checks = [check('verdicts', judged.length), check('evidence', proven.length)]
  return { checks, passed: checks.every((c) => c.passed), samples }
}
