/**
 * How a level is worked out from answers: the two-parameter logistic model with the numbers of
 * `measurementModel`, and the expected a posteriori estimate (Bock & Mislevy 1982, Applied
 * Psychological Measurement 6, 431–444).
 */

/**
 * The numbers behind every published result. A change is a new version, since results name it.
 * Difficulties and cuts are in the logistic metric (D = 1) with ability ~ N(0, 1); they are
 * provisional and rest on judgement until items are calibrated and a standard is set.
 */
export const measurementModel = {
  version: '2026-11',
  slope: 1,
  /** Difficulty of an item of level 1, 2, 3, 4. */
  difficulty: [-1.5, -0.5, 0.5, 1.5],
  /** Between level 1 and 2, 2 and 3, 3 and 4. */
  cuts: [-1, 0, 1],
  /** Evenly spaced nodes on which the posterior is summed: every 0.05 from −6 to 6. */
  grid: { from: -6, to: 6, points: 241 },
  /** How sure a statement about a level must be. */
  certainty: 0.8,
  /** Answers needed before an aspect is judged. */
  aspectMinimum: 3,
} as const

/** Slope and difficulty, logistic metric. */
export type ItemParameters = { slope: number; difficulty: number }

/** Ability after some answers: density on the nodes (sums to 1), its mean and its spread. */
export type Posterior = { nodes: number[]; weights: number[]; eap: number; sd: number }

/** The provisional parameters of an item of `level` (1–4). */
export function parametersForLevel(level: number): ItemParameters {
  const difficulty = measurementModel.difficulty[level - 1]
  if (difficulty === undefined) throw new RangeError(`no level ${level}`)
  return { slope: measurementModel.slope, difficulty }
}

/** log(1 / (1 + e^−x)) without overflow at either end. */
function logLogistic(x: number): number {
  return x >= 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x))
}

/**
 * The posterior of ability under a standard normal prior. Summed in logarithms, so that a long
 * test does not underflow. Without answers it is the prior.
 */
export function posterior(answers: { item: ItemParameters; correct: boolean }[]): Posterior {
  const { from, to, points } = measurementModel.grid
  const nodes = Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1))
  const logs = nodes.map((theta) =>
    answers.reduce(
      (sum, { item, correct }) => {
        const logit = item.slope * (theta - item.difficulty)
        return sum + logLogistic(correct ? logit : -logit)
      },
      -(theta * theta) / 2,
    ),
  )
  const top = Math.max(...logs)
  const raw = logs.map((log) => Math.exp(log - top))
  const total = raw.reduce((sum, w) => sum + w, 0)
  const weights = raw.map((w) => w / total)
  const mean = (f: (theta: number) => number) =>
    weights.reduce((sum, w, i) => sum + w * f(nodes[i] as number), 0)
  const eap = mean((theta) => theta)
  return { nodes, weights, eap, sd: Math.sqrt(mean((theta) => (theta - eap) ** 2)) }
}

/** The probability of each level 1–4. A node on a cut counts half to either side. */
export function levelProbabilities({ nodes, weights }: Posterior): number[] {
  const { cuts } = measurementModel
  const below = cuts.map((cut) =>
    weights.reduce((sum, w, i) => {
      const gap = (nodes[i] as number) - cut
      return sum + (Math.abs(gap) < 1e-9 ? w / 2 : gap < 0 ? w : 0)
    }, 0),
  )
  return [...below, 1].map((upTo, i) => upTo - (below[i - 1] ?? 0))
}

/**
 * The central interval that holds `certainty` of the posterior: as much of the rest lies below it
 * as above, to the nearest node.
 */
export function credibleInterval({ nodes, weights }: Posterior): { from: number; to: number } {
  const tail = (1 - measurementModel.certainty) / 2
  const quantile = (share: number) => {
    let sum = 0
    for (const [i, weight] of weights.entries()) {
      sum += weight
      if (sum >= share) return nodes[i] as number
    }
    return measurementModel.grid.to
  }
  return { from: quantile(tail), to: quantile(1 - tail) }
}

/** `from` = `to` when one level is sure enough; `probability` is that of the whole range. */
export type LevelStatement = { from: number; to: number; probability: number }

/**
 * What may honestly be said: the most probable level when its probability reaches the certainty
 * of the model, else the fewest neighbouring levels that reach it together (the likelier range
 * when two are as short).
 */
export function describeLevel(ability: Posterior): LevelStatement {
  const levels = levelProbabilities(ability)
  for (let width = 1; width < levels.length; width++) {
    let best: LevelStatement | undefined
    for (let from = 0; from + width <= levels.length; from++) {
      const probability = levels.slice(from, from + width).reduce((sum, p) => sum + p, 0)
      if (probability > (best?.probability ?? 0))
        best = { from: from + 1, to: from + width, probability }
    }
    if (best && best.probability >= measurementModel.certainty) return best
  }
  return { from: 1, to: levels.length, probability: 1 }
}

/**
 * The level that a result may be used as evidence for: the highest L with
 * P(level ≥ L) ≥ certainty. Level 1 is always reached.
 */
export function attainedLevel(ability: Posterior): number {
  const levels = levelProbabilities(ability)
  let attained = 1
  for (let level = 2; level <= levels.length; level++) {
    const atLeast = levels.slice(level - 1).reduce((sum, p) => sum + p, 0)
    if (atLeast >= measurementModel.certainty) attained = level
  }
  return attained
}

/** How an aspect went; `judged` is false when too few of its items were asked to say anything. */
export type AspectSummary = { aspect: string; right: number; total: number; judged: boolean }

/** Right and total for each aspect, in the order in which aspects first appear. */
export function summariseAspects(answers: { aspect: string; correct: boolean }[]): AspectSummary[] {
  return [...new Set(answers.map((a) => a.aspect))].map((aspect) => {
    const own = answers.filter((a) => a.aspect === aspect)
    const right = own.filter((a) => a.correct).length
    return {
      aspect,
      right,
      total: own.length,
      judged: own.length >= measurementModel.aspectMinimum,
    }
  })
}
