/**
 * Skills from evidence. Evidence is never changed or deleted; a person's skills are worked out
 * from all of it, as of a time, and can be thrown away and rebuilt.
 */

/** Kinds of evidence (能力佐证), strongest first. */
export const evidenceKinds = [
  'supervised-test',
  'supervised-lab',
  'verified-certificate',
  'unsupervised-test',
  'unsupervised-lab',
  'attestation',
  'completed-module',
  'own-claim',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** The numbers behind every skill shown. A change is a new version, and people can read them. */
export const skillSettings = {
  version: '2026-11',
  /** How far fresh evidence of a kind is believed, from 0 to 1. */
  strength: {
    'supervised-test': 1,
    'supervised-lab': 1,
    'verified-certificate': 0.8,
    'unsupervised-test': 0.7,
    'unsupervised-lab': 0.7,
    attestation: 0.6,
    'completed-module': 0.4,
    'own-claim': 0.2,
  } satisfies Record<EvidenceKind, number>,
  /** A test whose items and standard are not established yet, supervised or not. */
  diagnosticStrength: 0.4,
  /** Months until evidence counts half. */
  halfLifeMonths: 24,
  halfLifeMonthsOffensive: 12,
  /** The confidence from which a level counts as held. */
  threshold: 0.5,
} as const

/** One twelfth of a Julian year (365.25 days), in milliseconds. */
const month = (365.25 / 12) * 24 * 60 * 60 * 1000

/** Times are UTC milliseconds. `strength` is what `startingStrength` gave when it was recorded. */
export type Evidence = {
  id: string
  skill: string
  /** 1–4. */
  level: number
  kind: EvidenceKind
  strength: number
  /** From a test that is diagnostic still; shown with the evidence. */
  diagnostic: boolean
  at: number
  /** First moment at which it counts no more. */
  expiresAt?: number
}

/** The row that takes evidence back; from `at` on, it is as if the evidence had never been. */
export type Revocation = { revokes: string; at: number }

/** A level that a person holds, with the confidence that is shown beside it. */
export type PersonSkill = {
  skill: string
  level: number
  confidence: number
  /** Time of the newest evidence that it rests on. */
  latestAt: number
  /** It rests on diagnostic evidence alone, and is labelled so. */
  diagnostic: boolean
}

/** What new evidence of `kind` is worth; only tests can be diagnostic. */
export function startingStrength(kind: EvidenceKind, diagnostic: boolean): number {
  const isTest = kind === 'supervised-test' || kind === 'unsupervised-test'
  return diagnostic && isTest ? skillSettings.diagnosticStrength : skillSettings.strength[kind]
}

/** `strength` after `age` ms: halved each half-life, which is shorter for offensive skills. */
export function agedStrength(strength: number, age: number, offensive: boolean): number {
  const months = offensive ? skillSettings.halfLifeMonthsOffensive : skillSettings.halfLifeMonths
  return strength * 2 ** (-age / (months * month))
}

/** A confidence is derived anew once it may have lost this much. */
export const fadeStep = 0.01

/**
 * The share of a confidence that time can take away in one ms, at most. When each weight shrinks to
 * a share a of itself, 1 − Π(1 − a·w) ≥ a · (1 − Π(1 − w)), and a = 2^(−t / half-life) ≥ 1 − t · ln 2 / half-life.
 */
export const fastestFade = Math.LN2 / (skillSettings.halfLifeMonthsOffensive * month)

/**
 * Whether ageing alone may have changed what was derived as of `asOf`: its level, or its confidence
 * by `fadeStep`. Evidence that expires since then is another matter.
 */
export function mayHaveFaded(
  { confidence, asOf }: { confidence: number; asOf: number },
  at: number,
): boolean {
  const lost = confidence * fastestFade * (at - asOf)
  return lost >= fadeStep || lost > confidence - skillSettings.threshold
}

/** The evidence that counts as of `asOf`: recorded by then, not expired, not revoked by then. */
export function evidenceInForce(
  evidence: readonly Evidence[],
  revocations: readonly Revocation[],
  asOf: number,
): Evidence[] {
  const revoked = new Set(revocations.filter((r) => r.at <= asOf).map((r) => r.revokes))
  return evidence.filter(
    ({ id, at, expiresAt }) =>
      at <= asOf && (expiresAt === undefined || asOf < expiresAt) && !revoked.has(id),
  )
}

function confidenceOf(weights: number[]): number {
  // In one order, so that the last binary digit does not depend on how rows were read.
  const ordered = [...weights].sort((a, b) => a - b)
  return 1 - ordered.reduce((doubt, weight) => doubt * (1 - weight), 1)
}

function deriveSkill(skill: string, all: Evidence[], asOf: number, offensive: boolean) {
  for (let level = 4; level >= 1; level--) {
    const counted = all.filter((e) => e.level >= level)
    const weights = counted.map((e) => agedStrength(e.strength, asOf - e.at, offensive))
    const confidence = confidenceOf(weights)
    if (confidence < skillSettings.threshold) continue
    const latestAt = Math.max(...counted.map((e) => e.at))
    const diagnostic = counted.every((e) => e.diagnostic)
    return { skill, level, confidence, latestAt, diagnostic }
  }
  return null
}

/**
 * One person's skills as of `asOf`, by skill code: for each skill the highest level L with
 * 1 − Π(1 − strength · 2^(−age / half-life)) ≥ 0.5 over the evidence at level L or above, and
 * that value as its confidence. A skill that reaches no level has no row.
 */
export function derivePersonSkills(
  evidence: readonly Evidence[],
  asOf: number,
  given: { revocations: readonly Revocation[]; offensiveSkills: ReadonlySet<string> },
): PersonSkill[] {
  const bySkill = new Map<string, Evidence[]>()
  for (const e of evidenceInForce(evidence, given.revocations, asOf))
    bySkill.set(e.skill, [...(bySkill.get(e.skill) ?? []), e])
  return [...bySkill]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([skill, all]) => {
      const derived = deriveSkill(skill, all, asOf, given.offensiveSkills.has(skill))
      return derived ? [derived] : []
    })
}
