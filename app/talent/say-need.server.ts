import type { SkillLevel } from '#app/catalogue/domain/course.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { levelNumbered } from '#app/shared/ui/level.ts'
import { staffKindWords, tierWords } from '#app/shared/ui/organisation-words.ts'
import { contractWords } from '#app/shared/ui/talent-words.ts'
import { regionNames } from '#db/talent/entry-queries.server.ts'
import type { Need } from './domain/need.ts'
import { regionLine } from './domain/registry.ts'
import { inPageLanguage } from './place-names.server.ts'

/** One condition of a need in words: what it is about, and what was asked. */
export type Condition = { about: string; asked: string }

const inOneLine = (words: string[]) => words.join(m.talent_list_separator())

/** '示例省 · 示例市': a region written as two, four or six digits. */
async function regionWords(prefix: string): Promise<string> {
  const codes = regionLine(prefix.padEnd(6, '0'))
  const names = await regionNames(codes)
  const line = codes.flatMap((code) => {
    const name = names.get(code)
    return name ? inPageLanguage({ code, name }).name : []
  })
  return line.join(' · ') || prefix
}

/**
 * The conditions of a need as a page says them, in the words of its form; none where it asks for
 * nothing. `nameOf` names a skill.
 */
export async function sayNeed(need: Need, nameOf: (skill: string) => string): Promise<Condition[]> {
  const levels = (asked: SkillLevel[]) =>
    asked.map(({ skill, level }) =>
      m.talent_skill_level({ skill: nameOf(skill), level: levelNumbered(level) }),
    )
  const { region, evidenceMonths: months } = need
  const said: [about: string, asked: string[]][] = [
    [m.talent_search_must(), levels(need.must)],
    [m.talent_search_nice(), levels(need.nice)],
    [m.talent_said_tiers(), need.tiers.map((tier) => tierWords[tier]())],
    [m.talent_search_region(), region ? [await regionWords(region)] : []],
    [m.talent_search_staff(), need.staffKinds.map((kind) => staffKindWords[kind]())],
    [m.talent_said_contracts(), need.contracts.map((kind) => contractWords[kind]())],
    [m.talent_search_age(), months ? [m.talent_search_age_months({ months })] : []],
    [m.talent_search_by(), need.availableBy ? [need.availableBy] : []],
  ]
  return said.flatMap(([about, asked]) =>
    asked.length > 0 ? [{ about, asked: inOneLine(asked) }] : [],
  )
}
