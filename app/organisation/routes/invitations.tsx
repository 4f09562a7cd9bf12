import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { issueLinks, type Link } from '#app/accounts/issue-links.server.ts'
import { qrOf } from '#app/accounts/qr.server.ts'
import { heldResults } from '#app/organisation/held-results.server.ts'
import { listWithoutLink } from '#app/organisation/staff-list.server.ts'
import { Slip } from '#app/organisation/ui/slip.tsx'
import { formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { identitiesOf } from '#db/vault/identities.server.ts'

/** Slips on one page: more would make a page that no office prints in one go. */
const mostSlips = 100

type Made = { left: number; links: (Link & { name: string; staffNumber: string })[] }

/** Links are secrets: they can be reloaded for as long as printing takes, then only made anew. */
const printing = heldResults<Made>({ minutes: 15, most: 4_000_000 })

export const meta: MetaFunction = () => [
  { title: `${m.organisation_links_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('staff.manage', ({ reader, url }) => {
  const { timeZone, personId } = reader
  const { left, links } = printing.find(personId, url.searchParams.get('slips')) ?? nothing
  return {
    left,
    zone: zoneName(timeZone),
    slips: links.map(({ kind, expiresAt, ...link }) => ({
      ...link,
      invited: kind === 'invitation',
      until: formatDateTime(expiresAt, timeZone),
      qr: qrOf(link.address),
    })),
  }
})

const nothing: Made = { left: 0, links: [] }

export const action = guardedAction('staff.manage', async ({ reader, form, key }) => {
  const filter = {
    departmentId: String(form.get('department') ?? ''),
    text: String(form.get('q') ?? ''),
    ...{ state: undefined, waiting: false, page: 1 },
  }
  const chosen =
    form.get('which') === 'all'
      ? (await listWithoutLink(reader, filter)).map(({ personId }) => personId)
      : form.getAll('person').map(String)
  const links = await issueLinks(reader, chosen.slice(0, mostSlips), key)
  const names = await identitiesOf(links.map(({ personId }) => personId))
  const named = links.map((link) => {
    const { name = '', staffNumber = '' } = names.get(link.personId) ?? {}
    return { ...link, name, staffNumber }
  })
  const left = Math.max(0, chosen.length - mostSlips)
  throw redirect(
    `/staff/invitations?slips=${printing.hold(reader.personId, { left, links: named })}`,
  )
})

export default function Invitations() {
  const made = useLoaderData<typeof loader>()
  if (made.slips.length === 0) {
    return (
      <article className="narrow">
        <h1>{m.organisation_no_links_title()}</h1>
        <p>{m.organisation_no_links_text()}</p>
        <p>
          <a href="/staff">{m.organisation_back_to_staff()}</a>
        </p>
      </article>
    )
  }
  return (
    <>
      <p className="crumbs no-print">
        <a href="/staff">{m.shared_menu_staff()}</a>
      </p>
      <div className="no-print">
        <h1>{m.organisation_slips_title({ people: made.slips.length })}</h1>
        <Notice kind="warn">{m.organisation_slips_text()}</Notice>
        {made.left > 0 && <Notice>{m.organisation_slips_left({ left: made.left })}</Notice>}
      </div>
      <div className="slips">
        {made.slips.map((slip) => (
          <Slip key={slip.personId} {...slip} zone={made.zone} />
        ))}
      </div>
    </>
  )
}
