import { z } from 'zod'
import { inLocale, type Locale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { recordSearch } from '#db/talent/access-log.server.ts'
import { listRegionsInSight, listTiersInSight } from '#db/talent/region-queries.server.ts'
import { type Coarse, searchRegistry } from '#db/talent/search.server.ts'
import { tierBars } from './contact-rules.server.ts'
import type { ContractKind } from './domain/kinds.ts'
import { emptyNeed, formatNeed, type Need, type NeedProblem, parseNeed } from './domain/need.ts'
import { readPurpose } from './domain/purpose.ts'
import { type SearchPlace, searchPlacesOf } from './domain/reach.ts'
import { inPageLanguage } from './place-names.server.ts'
import { placeNames, presentFound, skillChoices, skillNames } from './present.server.ts'
import { purposeError } from './purpose-words.server.ts'

const pageNumber = z.coerce.number().int().min(1).max(10_000)

/** Under which field a problem of the need is shown, and its words. */
const problems = {
  skills: ['form', m.talent_search_problem_skills],
  places: ['region', m.talent_search_problem_places],
  contracts: ['contract', m.talent_search_problem_contracts],
  'evidence-age': ['months', m.talent_search_problem_age],
  date: ['by', m.talent_search_problem_date],
} satisfies Record<NeedProblem, [string, () => string]>

/** By kind of engagement, the rule that keeps some tiers out of it. */
function barWords(locale: Locale): Partial<Record<ContractKind, string>> {
  return Object.fromEntries(
    tierBars.flatMap(({ contracts, words }) =>
      contracts.map((kind) => [kind, inLocale(words, locale)]),
    ),
  )
}

function query(need: Need, place: SearchPlace, purpose: string, page: number): string {
  const text = formatNeed(need)
  text.set('search', '1')
  text.set('place', place)
  text.set('purpose', purpose)
  text.set('page', String(page))
  return text.toString()
}

/** Which conditions were not answered as finely as they were asked, and where. */
async function presentCoarse({ anyCounty, anyKindIn, byMonth }: Coarse) {
  const codes = anyKindIn.map((prefecture) => `${prefecture}00`)
  return { anyCounty, byMonth, anyKindIn: codes.map(await placeNames(codes)) }
}

async function answer(
  reader: Reader,
  asked: { need: Need; place: SearchPlace; purpose: string; page: number },
) {
  const { need, place, purpose, page } = asked
  const at = Date.now()
  const search = { need, place, page, at, bars: tierBars }
  const { hits, nearMisses, coarse } = await searchRegistry(reader, search)
  const locale = currentLocale()
  const shown = { place, locale, at, nameOf: await skillNames(locale) }
  const list = await presentFound(hits.found, { ...shown, gaps: false })
  const near = await presentFound(nearMisses?.found ?? [], { ...shown, gaps: true })
  const personIds = [...list.personIds, ...near.personIds]
  await recordSearch(reader, { need, place, purpose, personIds })
  const { pages } = hits
  return {
    ...{ place, purpose, page, pages, count: hits.count, results: list.results },
    coarse: coarse && (await presentCoarse(coarse)),
    here: query(need, place, purpose, page),
    previous: page > 1 ? query(need, place, purpose, page - 1) : undefined,
    next: page < pages ? query(need, place, purpose, page + 1) : undefined,
    near: nearMisses && { count: nearMisses.count, results: near.results },
  }
}

/**
 * The search page: the form as it was sent and, when it was sent with a purpose by a page of ours
 * (`isOwn`), the answer, whose people have the look in their logs before this returns. Sent from
 * elsewhere it waits to be sent by hand (`unsent`).
 */
export async function searchPage(reader: Reader, url: URL, isOwn: boolean) {
  const places = searchPlacesOf(reader)
  const place = places.find((one) => one === url.searchParams.get('place')) ?? places[0] ?? 'own'
  const purpose = readPurpose(url.searchParams)
  const parsed = parseNeed(url.searchParams)
  const sent = url.searchParams.has('search')
  const errors: Record<string, string> = {}
  const purposeIsWrong = purposeError(url.searchParams)
  if (sent && purposeIsWrong) errors.purpose = purposeIsWrong
  if (!parsed.ok) {
    const [field, words] = problems[parsed.error]
    errors[field] = words()
  }
  const page = pageNumber.catch(1).parse(url.searchParams.get('page') ?? 1)
  const need = parsed.ok ? parsed.value : emptyNeed
  const complete = sent && parsed.ok ? purpose : undefined
  return {
    unsent: complete !== undefined && !isOwn,
    form: {
      ...{ need, place, places, errors },
      purpose: url.searchParams.get('purpose') ?? '',
      skills: await skillChoices(currentLocale()),
      tiers: await listTiersInSight(reader),
      regions: (await listRegionsInSight(reader)).map(inPageLanguage),
      bars: barWords(currentLocale()),
    },
    answer:
      complete && isOwn
        ? await answer(reader, { need, place, purpose: complete, page })
        : undefined,
  }
}
