import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import type { OrganisationKind, Tier } from '#app/organisation/domain/organisation.ts'
import { countWithin } from '#app/organisation/domain/tree.ts'
import { listTree } from '#app/organisation/organisation-options.server.ts'
import { sayPlace } from '#app/organisation/place-words.server.ts'
import { kindWords } from '#app/organisation/ui/words.ts'
import { doneText } from '#app/shared/http/flash.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { tierWords } from '#app/shared/ui/organisation-words.ts'
import { countPeople } from '#db/organisation/organisations.server.ts'
import { type Place, placesByCode } from '#db/organisation/regions.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.organisation_tree_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('organisation.manage', async ({ reader, url }) => {
  const tree = await listTree(reader, 'organisation.manage')
  const people = await countPeople(tree.map(({ id }) => id))
  const places = await placesByCode([...new Set(tree.map(({ regionCode }) => regionCode))])
  return {
    branches: tree.map(({ id, path, label, depth, kind, tier, regionCode, retiredAt }) => ({
      ...{ id, label, depth, kind, tier },
      place: sayPlaceOf(places.get(regionCode), regionCode),
      people: people.get(id) ?? 0,
      total: countWithin(path, tree, people),
      retired: retiredAt !== null,
    })),
    done: url.searchParams.get('done'),
  }
})

function sayPlaceOf(place: Place | undefined, code: string) {
  return place ? sayPlace(place) : { text: code, lang: undefined }
}

const doneWords: Record<string, () => string> = {
  added: m.organisation_was_added,
  saved: m.organisation_was_saved,
  retired: m.organisation_was_retired,
}

type Branch = {
  kind: OrganisationKind
  tier: Tier
  place: { text: string; lang?: 'zh-CN' | undefined }
  people: number
  total: number
}

/** What it is, where, and how many work there: by itself and, where that is more, with its parts. */
function Facts({ kind, tier, place, people, total }: Branch) {
  return (
    <>
      <span>{kind === 'unit' ? tierWords[tier]() : kindWords.department()}</span>
      {kind === 'unit' && <span lang={place.lang}>{place.text}</span>}
      <span>
        {total > people
          ? m.organisation_people_of_parts({ people, total })
          : m.organisation_people({ people })}
      </span>
    </>
  )
}

export default function Tree() {
  const { branches, done } = useLoaderData<typeof loader>()
  const words = doneText(doneWords, done)
  return (
    <>
      <p className="crumbs">
        <a href="/staff">{m.shared_menu_staff()}</a>
      </p>
      <h1>{m.organisation_tree_title()}</h1>
      {words && <Notice kind="done">{words}</Notice>}
      <p>{m.organisation_tree_text()}</p>
      <ul className="rows panel tree">
        {branches.map(({ id, label, depth, retired, ...branch }) => (
          <li key={id} className={`spread depth-${Math.min(depth, 6)}`}>
            <div>
              <a href={`/organisation/${id}`}>{label}</a>{' '}
              {retired ? (
                <span className="tag">{m.organisation_retired()}</span>
              ) : (
                <span className="quiet facts">
                  <Facts {...branch} />
                </span>
              )}
            </div>
            {!retired && (
              <a href={`/organisation/new?parent=${id}`}>
                {m.organisation_add_below()}
                <span className="visually-hidden"> {label}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
