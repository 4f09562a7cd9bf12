import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/accounts/domain/policy.ts'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty } from '#app/shared/ui/notice.tsx'
import { searchPlacesOf } from '#app/talent/domain/reach.ts'
import { isOwnLook } from '#app/talent/own-look.server.ts'
import { searchPage } from '#app/talent/search-page.server.ts'
import { NeedForm } from '#app/talent/ui/need-form.tsx'
import { Results } from '#app/talent/ui/results.tsx'

export const meta: MetaFunction = () => [
  { title: `${m.talent_search_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('talent.search', async ({ reader, url, request }) => ({
  ...(await searchPage(reader, url, isOwnLook(request))),
  // Requests go to units below; one's own staff are simply spoken to.
  mayAsk: can(reader, 'contact.request') && searchPlacesOf(reader).includes('below'),
  mayDecide: can(reader, 'contact.decide-for-unit'),
}))

export default function Search() {
  const { form, answer, unsent, mayAsk, mayDecide } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="spread">
        <h1>{m.talent_search_title()}</h1>
        <p className="actions">
          {mayAsk && <a href="/talent/requests">{m.talent_requests_link()}</a>}
          {mayDecide && <a href="/talent/unit-consents">{m.talent_consents_link()}</a>}
        </p>
      </div>
      <div className="search">
        <NeedForm {...form} />
        {/* Where there is no answer the page opens at its head, with what is missing. */}
        <section id={answer ? 'results' : undefined}>
          {answer ? (
            <Results answer={answer} />
          ) : (
            <Empty title={unsent ? m.talent_search_unsent() : m.talent_search_start()}>
              <p>{unsent ? m.talent_search_unsent_text() : m.talent_search_start_text()}</p>
            </Empty>
          )}
        </section>
      </div>
    </>
  )
}
