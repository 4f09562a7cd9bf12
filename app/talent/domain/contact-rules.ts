import { z } from 'zod'
import { type Tier, tiers } from '#app/organisation/domain/organisation.ts'
import { bilingual, slug } from '#app/shared/domain/text.ts'
import { type Answer, answeredAt, type ContactState } from './contact.ts'
import { type ContractKind, contractKinds } from './kinds.ts'

const common = {
  id: slug,
  /** The kinds of engagement that the rule is about. */
  contracts: z.array(z.enum(contractKinds)).min(1),
  /** The rule in words, as a refusal shows it. */
  words: bilingual,
  /** Where it is written, and what to check before relying on it. */
  source: bilingual,
}

/** `never`: nobody of these tiers, or for a post that touches state secrets. `term`: so many years. */
export const contactRule = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('never-from-tiers'),
    tiers: z.array(z.enum(tiers)).min(1),
  }),
  z.strictObject({ ...common, kind: z.literal('never-in-secret-posts') }),
  z
    .strictObject({
      ...common,
      kind: z.literal('term'),
      years: z.strictObject({ from: z.int().min(1), to: z.int().max(40) }),
    })
    .refine(({ years }) => years.from <= years.to, 'years run from the shorter to the longer'),
])
export type ContactRule = z.infer<typeof contactRule>

/** A rule that keeps people of some tiers out of an engagement, whatever else is asked. */
export type TierBar = Extract<ContactRule, { kind: 'never-from-tiers' }>

/** `content/registry/contact-rules.yaml`: who may be asked for what. */
export const contactRulesFile = z
  .strictObject({ version: z.string(), rules: z.array(contactRule) })
  .refine(({ rules }) => new Set(rules.map(({ id }) => id)).size === rules.length, 'each id once')
export type ContactRulesFile = z.infer<typeof contactRulesFile>

/** What is asked of a person; `years` is the term, where there is one. */
export type Engagement = {
  contract: ContractKind
  /** The tier of the person's unit. */
  tier: Tier
  /** Whether the post touches state secrets, as the officer declares. */
  secretPost: boolean
  years: number | null
}

function forbids(rule: ContactRule, asked: Engagement): boolean {
  if (!rule.contracts.includes(asked.contract)) return false
  switch (rule.kind) {
    case 'never-from-tiers':
      return rule.tiers.includes(asked.tier)
    case 'never-in-secret-posts':
      return asked.secretPost
    case 'term':
      return asked.years === null || asked.years < rule.years.from || asked.years > rule.years.to
  }
}

/** The rules that stand against asking; none when it may be asked. */
export function rulesAgainst(rules: readonly ContactRule[], asked: Engagement): ContactRule[] {
  return rules.filter((rule) => forbids(rule, asked))
}

/**
 * After a no, the same organisation waits so many days before it may ask the same person again: a no
 * that can be asked away the next minute is none, and after a month a new matter may have come up.
 */
export const daysAfterNo = 30

/** A no that stands: when it was said, and from when one may ask again (UTC ms). */
export type StandingNo = { at: number; until: number }

/**
 * The no that keeps an organisation from asking again at `now`, among its requests to one entry of the
 * pool: declined, or a yes taken back. Undefined where there is none, or it is long enough ago.
 */
export function standingNo(
  requests: readonly { state: ContactState; answers: readonly Answer[] }[],
  now: number,
): StandingNo | undefined {
  const said = requests
    .filter(({ state }) => state === 'declined' || state === 'withdrawn')
    .flatMap((request) => answeredAt(request) ?? [])
  const at = Math.max(...said)
  const until = at + daysAfterNo * 24 * 60 * 60 * 1000
  return now < until ? { at, until } : undefined
}

/** Those of the rules that bar whole tiers, which can be said before anything is asked. */
export function tierBarsOf(rules: readonly ContactRule[]): TierBar[] {
  return rules.flatMap((rule) => (rule.kind === 'never-from-tiers' ? [rule] : []))
}

/** The rule by which nobody of `tier` may be asked for `contract`; undefined where they may. */
export function barAgainst(
  bars: readonly TierBar[],
  contract: ContractKind,
  tier: Tier,
): TierBar | undefined {
  return bars.find((bar) => bar.contracts.includes(contract) && bar.tiers.includes(tier))
}

/** Whether a kind of engagement has a term in years, by the rules. */
export function hasTermRule(rules: readonly ContactRule[], contract: ContractKind): boolean {
  return rules.some(({ kind, contracts }) => kind === 'term' && contracts.includes(contract))
}
