import {
  type AspectSummary,
  attainedLevel,
  credibleInterval,
  describeLevel,
  type ItemParameters,
  type LevelStatement,
  levelProbabilities,
  measurementModel,
  posterior,
  summariseAspects,
} from '#app/assessment/domain/measurement.ts'
import { assessmentRules } from '#app/assessment/domain/rules.ts'

/** What counts of one answer. */
export type ScoredAnswer = { item: ItemParameters; aspect: string; correct: boolean }

/**
 * A finished attempt's result with all that its page shows, so that a later model changes nothing
 * of what a person was told. Abilities are on the logistic metric.
 */
export type AttemptResult = {
  /** Versions of `measurementModel` and `assessmentRules`. */
  model: string
  rules: string
  questions: number
  eap: number
  sd: number
  /** Central interval of the posterior that holds the model's certainty. */
  interval: { from: number; to: number }
  cuts: readonly number[]
  /** The probability of level 1, 2, 3, 4. */
  levels: number[]
  statement: LevelStatement
  /** The level that goes on the record as evidence. */
  attained: number
  aspects: AspectSummary[]
}

/** The result of `answers` under the current model. */
export function scoreAttempt(answers: ScoredAnswer[]): AttemptResult {
  const ability = posterior(answers)
  return {
    model: measurementModel.version,
    rules: assessmentRules.version,
    questions: answers.length,
    eap: ability.eap,
    sd: ability.sd,
    interval: credibleInterval(ability),
    cuts: measurementModel.cuts,
    levels: levelProbabilities(ability),
    statement: describeLevel(ability),
    attained: attainedLevel(ability),
    aspects: summariseAspects(answers),
  }
}

/** Whether a result shows anything at all: without one right answer it is evidence of nothing. */
export function isEvidence({ aspects }: AttemptResult): boolean {
  return aspects.some(({ right }) => right > 0)
}

/** The most probable level (the lower of two that are as probable) and its probability. */
export function likeliestLevel(levels: number[]): { level: number; probability: number } {
  const probability = Math.max(...levels)
  return { level: levels.indexOf(probability) + 1, probability }
}

/** Whether a result names only levels below the one on the record, which then wants a word. */
export function isBelowRecord(
  statement: { to: number },
  recorded: { level: number } | null,
): boolean {
  return recorded !== null && statement.to < recorded.level
}

/** Right answers out of an aspect's own from which it needs no advice. */
const steadyShare = 0.75

export type AspectVerdict = 'too-few' | 'steady' | 'study'

/** What may be said of an aspect: nothing with few questions, else whether it wants study. */
export function aspectVerdict({ right, total, judged }: AspectSummary): AspectVerdict {
  if (!judged) return 'too-few'
  return right / total >= steadyShare ? 'steady' : 'study'
}
