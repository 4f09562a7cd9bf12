import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { sayPlace } from '#app/organisation/place-words.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { Empty } from '#app/shared/ui/notice.tsx'
import { findPlaces, listPlacesIn, placesByCode } from '#db/organisation/regions.server.ts'

const mostFound = 60
const longestName = 60

export const meta: MetaFunction = () => [
  { title: `${m.organisation_places_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('organisation.manage', async ({ url }) => {
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, longestName)
  const within = url.searchParams.get('in') ?? ''
  const places = text ? await findPlaces(text, mostFound) : await listPlacesIn(within)
  const above = (await placesByCode([within])).get(within)
  return {
    text,
    above: above && sayPlace(above),
    places: places.map((place) => ({ code: place.code, ...sayPlace(place) })),
  }
})

/** Looks up the code of a place: by name, or province, prefecture, county, one after the other. */
export default function Places() {
  const { text, above, places } = useLoaderData<typeof loader>()
  return (
    <article className="narrow">
      <h1>{m.organisation_places_title()}</h1>
      <p>{m.organisation_places_text()}</p>
      <Form method="get">
        <TextField
          name="q"
          type="search"
          label={m.organisation_place()}
          value={text}
          maxLength={longestName}
        />
        <SubmitButton kind="plain">{m.organisation_show()}</SubmitButton>
      </Form>
      {(above || text) && (
        <p className="crumbs">
          <a href="/organisation/places">{m.organisation_places_provinces()}</a>
          {above && <span lang={above.lang}> / {above.text}</span>}
        </p>
      )}
      {places.length === 0 ? (
        <Empty title={text ? m.organisation_place_unknown() : m.organisation_places_lowest()} />
      ) : (
        <ul className="rows panel">
          {places.map(({ code, text, lang }) => (
            <li key={code} className="spread">
              <a href={`/organisation/places?in=${code}`} lang={lang}>
                {text}
              </a>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
