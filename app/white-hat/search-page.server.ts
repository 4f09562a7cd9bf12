import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type { Match } from '#app/talent/domain/match.ts'
import { emptyNeed, formatNeed, type Need, parseNeed } from '#app/talent/domain/need.ts'
import { readPurpose } from '#app/talent/domain/purpose.ts'
import { inPageLanguage } from '#app/talent/place-names.server.ts'
import { placeNames, skillChoices, skillNames } from '#app/talent/present.server.ts'
import { purposeError } from '#app/talent/purpose-words.server.ts'
import { type WhiteHatRole, whiteHatRoles } from '#app/white-hat/domain/roles.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { listPrefectures } from '#db/talent/region-queries.server.ts'
import { describeWhiteHats, searchWhiteHats } from '#db/white-hat/search.server.ts'

type Described = Awaited<ReturnType<typeof describeWhiteHats>>

async function present(described: Described) {
  const nameOf = await skillNames(currentLocale())
  const placeOf = await placeNames(described.map(({ regionCode }) => regionCode))
  const tally = ({ must, nice }: Match) => ({ must, nice })
  return described.map(({ codeName, role, tier, regionCode, match, skills }) => {
    const wanted = match.terms.map(({ skill }) => skill)
    const shown = wanted.length > 0 ? skills.filter(({ skill }) => wanted.includes(skill)) : skills
    const missing = match.terms.find(({ kind, met }) => kind === 'must' && !met)
    return {
      ...{ codeName, role, tier, place: placeOf(regionCode), match: tally(match) },
      lacks: missing && { skill: nameOf(missing.skill), level: missing.wanted },
      skills: shown.map(({ skill, level, kind, evidenceAt }) => ({
        ...{ name: nameOf(skill), level, kind, quarter: evidenceAt },
      })),
    }
  })
}

async function answer(
  reader: Reader,
  asked: { need: Need; role: WhiteHatRole | undefined; purpose: string; page: number },
) {
  const found = await searchWhiteHats(reader, asked, Date.now())
  const { need, role, purpose, page } = asked
  const to = (number: number) => {
    const query = formatNeed(need)
    query.set('search', '1')
    if (role) query.set('role', role)
    query.set('purpose', purpose)
    query.set('page', String(number))
    return query.toString()
  }
  return {
    ...{ purpose, page, count: found.count, pages: found.pages, nearCount: found.nearCount },
    previous: page > 1 ? to(page - 1) : undefined,
    next: page < found.pages ? to(page + 1) : undefined,
    results: await present(await describeWhiteHats(found.found)),
    near: await present(await describeWhiteHats(page === 1 ? found.near : [])),
  }
}

/**
 * The masked search: the form as sent and, with a purpose, its answer, recorded for the auditor. Sent
 * from elsewhere than a page of ours (not `isOwn`) it waits to be sent by hand (`unsent`).
 */
export async function whiteHatSearchPage(reader: Reader, url: URL, isOwn: boolean) {
  const query = url.searchParams
  const purpose = readPurpose(query)
  const parsed = parseNeed(query)
  const sent = query.has('search')
  const role = whiteHatRoles.find((one) => one === query.get('role'))
  const errors: Record<string, string> = {}
  const purposeIsWrong = purposeError(query)
  if (sent && purposeIsWrong) errors.purpose = purposeIsWrong
  if (sent && parsed.ok && !role && parsed.value.must.length === 0) {
    errors.role = m.white_hat_search_narrow()
  }
  if (!parsed.ok) errors.form = m.talent_search_problem_skills()
  const page = Math.max(1, Math.min(10_000, Math.trunc(Number(query.get('page'))) || 1))
  const need = parsed.ok ? parsed.value : emptyNeed
  const complete = sent && parsed.ok && !errors.role ? purpose : undefined
  return {
    unsent: complete !== undefined && !isOwn,
    form: {
      ...{ need, role, errors, purpose: query.get('purpose') ?? '' },
      skills: await skillChoices(currentLocale()),
      regions: (await listPrefectures()).map(inPageLanguage),
    },
    answer:
      complete && isOwn ? await answer(reader, { need, role, purpose: complete, page }) : undefined,
  }
}
