import { inLocale, type Locale } from '#app/shared/domain/text.ts'
import { compareText } from '#app/shared/i18n/format.ts'
import { type Entry, entriesOf, regionNames } from '#db/talent/entry-queries.server.ts'
import type { Found } from '#db/talent/find.server.ts'
import { listSkills } from '#db/talent/frameworks.server.ts'
import { findRemedy, type Remedy } from '#db/talent/remedies.server.ts'
import { type HeldSkill, heldSkillsOf } from '#db/talent/skill-queries.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import { tierBars } from './contact-rules.server.ts'
import { barAgainst } from './domain/contact-rules.ts'
import { skillGroups } from './domain/framework.ts'
import { type Match, missingMust } from './domain/match.ts'
import type { SearchPlace } from './domain/reach.ts'
import { availabilityAt, coarseRegion, regionLine } from './domain/registry.ts'
import type {
  ShownMatch,
  ShownPerson,
  ShownResult,
  ShownSkill,
  SkillChoice,
} from './domain/shown.ts'
import { inPageLanguage } from './place-names.server.ts'

/** Without wanted skills, a row shows as many of a person's best. */
const bestShown = 6

/** The names of skills in one language; a code that is unknown stands for itself. */
export async function skillNames(locale: Locale): Promise<(code: string) => string> {
  const skills = await listSkills()
  const names = new Map(skills.map(({ code, name }) => [code, inLocale(name, locale)]))
  return (code) => names.get(code) ?? code
}

/** Skills by name for choosing, in their groups. */
export async function skillChoices(locale: Locale): Promise<SkillChoice[]> {
  const skills = await listSkills()
  return skillGroups.map((group) => ({
    group,
    options: skills
      .filter((skill) => skill.group === group)
      .map(({ code, name }) => ({ value: code, label: inLocale(name, locale) }))
      .sort((a, b) => compareText(a.label, b.label)),
  }))
}

/** Province and prefecture of a region code, as people say them in the language of the page. */
export async function placeNames(codes: string[]): Promise<(code: string) => string> {
  const lines = codes.map((code) => regionLine(coarseRegion(code)))
  const names = await regionNames(lines.flat())
  return (code) =>
    regionLine(coarseRegion(code))
      .flatMap((part) => {
        const name = names.get(part)
        return name ? inPageLanguage({ code: part, name }).name : []
      })
      .join(' · ')
}

function shownSkills(held: HeldSkill[], wanted: string[], nameOf: (code: string) => string) {
  const chosen =
    wanted.length > 0
      ? wanted.flatMap((code) => held.find(({ skill }) => skill === code) ?? [])
      : held.slice(0, bestShown)
  return chosen.map<ShownSkill>(({ skill, level, newest }) => ({
    name: nameOf(skill),
    level,
    newest,
  }))
}

/**
 * What an officer outside the person's unit sees of an entry: the presenter of every masked page. Of
 * the kinds of engagement, those that the rules allow to ask for.
 */
export function maskedPerson(
  entry: Entry,
  given: { skills: ShownSkill[]; placeOf: (code: string) => string; at: number },
): ShownPerson {
  const { code, tier, regionCode } = entry
  const availableFrom = availabilityAt(entry.availableFrom, given.at)
  const contracts = entry.contracts.filter((kind) => !barAgainst(tierBars, kind, tier))
  return {
    ...{ code, tier, contracts, availableFrom },
    place: given.placeOf(regionCode),
    skills: given.skills,
  }
}

function shownMatch({ must, nice, terms }: Match, nameOf: (code: string) => string): ShownMatch {
  return {
    ...{ must, nice },
    terms: terms.map(({ kind, skill, wanted, held, met }) => {
      return { kind, name: nameOf(skill), wanted, held: held?.level, met }
    }),
  }
}

/** What each near miss lacks; many lack the same, so that each remedy is looked up once. */
function gapsIn(locale: Locale, nameOf: (code: string) => string) {
  const remedies = new Map<string, Promise<Remedy>>()
  return async (match: Match) => {
    const missing = missingMust(match)
    if (!missing) return
    const { skill, wanted } = missing
    const remedy = remedies.get(skill) ?? findRemedy({ skill, level: wanted }, locale)
    remedies.set(skill, remedy)
    return { skill: nameOf(skill), wanted, ...(await remedy) }
  }
}

/**
 * Those found, as they may be shown at `place`: by name in the own unit, masked below it. Who left
 * the pool since the search is missing; `personIds` are those who are shown, for the log.
 */
export async function presentFound(
  found: Found[],
  shown: {
    place: SearchPlace
    locale: Locale
    at: number
    gaps: boolean
    nameOf(code: string): string
  },
): Promise<{ results: ShownResult[]; personIds: string[] }> {
  const { place, locale, at } = shown
  const ids = found.map(({ key }) => key)
  const entries = await entriesOf(ids)
  const held = await heldSkillsOf(ids, at)
  const { nameOf } = shown
  const gapOf = gapsIn(locale, nameOf)
  const placeOf = await placeNames([...entries.values()].map(({ regionCode }) => regionCode))
  const identities = place === 'own' ? await identitiesOf(ids) : undefined
  const results: ShownResult[] = []
  for (const { key, match } of found) {
    const entry = entries.get(key)
    if (!entry) continue
    const wanted = match.terms.map(({ skill }) => skill)
    const skills = shownSkills(held.get(key) ?? [], wanted, nameOf)
    const person = maskedPerson(entry, { skills, placeOf, at })
    if (identities) person.named = namedFields(entry, identities.get(key)?.name, locale)
    const gap = shown.gaps ? await gapOf(match) : undefined
    results.push({ person, match: shownMatch(match, nameOf), gap })
  }
  return { results, personIds: ids.filter((id) => entries.has(id)) }
}

/** What the own unit's officer sees beside the masked fields. '' where the identity was erased. */
export function namedFields(entry: Entry, name: string | undefined, locale: Locale) {
  const { department, grade } = entry
  return { name: name ?? '', department: locale === 'en' ? department.en : department.zh, grade }
}
