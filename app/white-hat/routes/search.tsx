import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty } from '#app/shared/ui/notice.tsx'
import { isOwnLook } from '#app/talent/own-look.server.ts'
import { whiteHatSearchPage } from '#app/white-hat/search-page.server.ts'
import { WhiteHatNeedForm } from '#app/white-hat/ui/need-form.tsx'
import { WhiteHatResults } from '#app/white-hat/ui/results.tsx'

export const meta: MetaFunction = () => [
  { title: `${m.white_hat_search_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('white-hat.search', ({ reader, url, request }) =>
  whiteHatSearchPage(reader, url, isOwnLook(request)),
)

export default function WhiteHatSearch() {
  const { form, answer, unsent } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{m.white_hat_search_title()}</h1>
      <div className="search">
        <WhiteHatNeedForm {...form} />
        {/* Where there is no answer the page opens at its head, with what is missing. */}
        <section id={answer ? 'results' : undefined}>
          {answer ? (
            <WhiteHatResults answer={answer} />
          ) : (
            <Empty title={unsent ? m.white_hat_search_unsent() : m.white_hat_search_start()}>
              <p>{m.white_hat_search_start_text()}</p>
            </Empty>
          )}
        </section>
      </div>
    </>
  )
}
