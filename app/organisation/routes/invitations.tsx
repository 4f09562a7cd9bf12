import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { makeSlips, shownSlips } from '#app/organisation/make-slips.server.ts'
import { Slip } from '#app/organisation/ui/slip.tsx'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty, Notice } from '#app/shared/ui/notice.tsx'
import { PrintButton } from '#app/shared/ui/print.tsx'

export const meta: MetaFunction = () => [
  { title: `${m.organisation_links_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('staff.manage', ({ reader, url, context }) =>
  shownSlips(reader, context.sessionToken, url.searchParams.get('slips')),
)

export const action = guardedAction('staff.manage', async ({ reader, form, key, context }) => {
  throw redirect(await makeSlips(reader, context.sessionToken, form, key))
})

function Beyond({ names }: { names: string[] }) {
  if (names.length === 0) return null
  return (
    <Notice kind="warn">
      {m.organisation_links_beyond({ names: names.join(m.organisation_list_comma()) })}{' '}
      {m.organisation_beyond_you()}
    </Notice>
  )
}

export default function Invitations() {
  const { slips, beyond, left, zone } = useLoaderData<typeof loader>()
  const back = <a href="/staff">{m.organisation_back_to_staff()}</a>
  if (slips.length === 0) {
    return (
      <>
        <h1>{m.organisation_links_title()}</h1>
        <Beyond names={beyond} />
        {beyond.length > 0 ? (
          <p>{back}</p>
        ) : (
          <Empty title={m.organisation_no_links_title()}>
            <p>{m.organisation_no_links_text()}</p>
            <p>{back}</p>
          </Empty>
        )}
      </>
    )
  }
  return (
    <>
      <p className="crumbs no-print">
        <a href="/staff">{m.shared_menu_staff()}</a>
      </p>
      <div className="no-print">
        <h1>{m.organisation_slips_title({ people: slips.length })}</h1>
        <Notice kind="warn">{m.organisation_slips_text()}</Notice>
        <Beyond names={beyond} />
        {left > 0 && <Notice>{m.organisation_slips_left({ left })}</Notice>}
        <p className="actions">
          <PrintButton />
        </p>
      </div>
      <div className="slips">
        {slips.map((slip) => (
          <Slip key={slip.personId} {...slip} zone={zone} />
        ))}
      </div>
    </>
  )
}
