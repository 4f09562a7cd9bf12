import { measurementModel } from '#app/assessment/domain/measurement.ts'
import {
  type AttemptResult,
  aspectVerdict,
  isEvidence,
  likeliestLevel,
} from '#app/assessment/domain/result.ts'
import { findNextEvidence } from '#app/assessment/next-evidence.server.ts'
import { inLocale, type Locale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { skillSettings, startingStrength } from '#app/talent/domain/evidence.ts'
import { findBank, findRecordedLevel } from '#db/assessment/queries.server.ts'

type Bank = Awaited<ReturnType<typeof findBank>>

function describeAspects(result: AttemptResult, bank: Bank, locale: Locale) {
  return result.aspects.map((summary) => {
    const words = bank?.aspects.find(({ id }) => id === summary.aspect)
    return {
      id: summary.aspect,
      name: words ? inLocale(words.name, locale) : summary.aspect,
      right: summary.right,
      total: summary.total,
      verdict: aspectVerdict(summary),
      advice: words ? inLocale(words.advice, locale) : '',
    }
  })
}

/** A finished attempt's result with the words around it; no item and no single answer is in it. */
export async function viewResult(personId: string, skill: string, result: AttemptResult) {
  const locale = currentLocale()
  const bank = await findBank(skill)
  const recorded = await findRecordedLevel(personId, skill)
  const isOffensive = bank?.skill.offensive ?? false
  return {
    name: bank ? inLocale(bank.skill.name, locale) : skill,
    questions: result.questions,
    statement: result.statement,
    likeliest: likeliestLevel(result.levels),
    levels: result.levels,
    scale: { eap: result.eap, ...result.interval, cuts: [...result.cuts] },
    aspects: describeAspects(result, bank, locale),
    attained: result.attained,
    isEvidence: isEvidence(result),
    model: result.model,
    certainty: measurementModel.certainty,
    aspectMinimum: measurementModel.aspectMinimum,
    strength: startingStrength('unsupervised-test', true),
    halfLife: isOffensive ? skillSettings.halfLifeMonthsOffensive : skillSettings.halfLifeMonths,
    threshold: skillSettings.threshold,
    recorded: recorded ?? null,
    next: await findNextEvidence(
      personId,
      { skill, offensive: isOffensive, attained: result.attained },
      locale,
    ),
  }
}
export type ResultView = Awaited<ReturnType<typeof viewResult>>
