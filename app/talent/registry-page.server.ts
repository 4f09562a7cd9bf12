import type { Tier } from '#app/organisation/domain/organisation.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { listLooks } from '#db/talent/access-log.server.ts'
import { listRequestsTo } from '#db/talent/contact-queries.server.ts'
import { draftEntry, findOwnEntry } from '#db/talent/entry-queries.server.ts'
import { findOwnApplication } from '#db/white-hat/applicants.server.ts'
import { tierBars } from './contact-rules.server.ts'
import { barAgainst } from './domain/contact-rules.ts'
import { type ContractKind, contractKinds } from './domain/kinds.ts'
import { gatherLooks } from './domain/looks.ts'
import { availabilityAt } from './domain/registry.ts'
import type { ContractChoice } from './domain/shown.ts'
import { maskedOf } from './person-page.server.ts'

/** Looks shown on the page: the newest. */
const looksShown = 200

function contractChoices(tier: Tier): ContractChoice[] {
  return contractKinds.map((kind) => {
    const bar = barAgainst(tierBars, kind, tier)
    return { kind, bar: bar && { words: bar.words, source: bar.source } }
  })
}

/** Whether someone may ask this person for at least one of these kinds of engagement. */
export async function mayBeAskedFor(personId: string, kinds: ContractKind[]): Promise<boolean> {
  const place = await draftEntry(personId)
  return place !== undefined && kinds.some((kind) => !barAgainst(tierBars, kind, place.tier))
}

/** A person's own place in the pool: their words, the preview, who looked, who asked. */
export async function registryPage({ personId, timeZone }: Reader) {
  const now = Date.now()
  const own = await findOwnEntry(personId)
  const entry = own?.entry ?? (await draftEntry(personId))
  const looks = await listLooks(personId, looksShown)
  const requests = await listRequestsTo(personId, now)
  return {
    timeZone,
    whiteHat: (await findOwnApplication(personId)) !== undefined,
    consent: own && { givenAt: own.givenAt, code: own.entry.code },
    profile: entry && {
      contracts: entry.contracts,
      availableFrom: availabilityAt(entry.availableFrom, now),
      choices: contractChoices(entry.tier),
    },
    preview: entry && (await maskedOf(entry, now)),
    looks: gatherLooks(looks).map(({ viewerUnitId, ownUnitId, unitZh, unitEn, ...look }) => ({
      ...look,
      ownUnit: viewerUnitId === ownUnitId,
      unit: { zh: unitZh ?? '', en: unitEn ?? '' },
    })),
    requests: requests.map(({ personId: _, unitId: __, answers: ___, ...request }) => request),
  }
}
