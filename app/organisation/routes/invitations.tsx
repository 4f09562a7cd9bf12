import { useActionData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { issueLinks } from '#app/accounts/issue-links.server.ts'
import { qrOf } from '#app/accounts/qr.server.ts'
import { listWithoutLink } from '#app/organisation/staff-list.server.ts'
import { Slip } from '#app/organisation/ui/slip.tsx'
import { formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { identitiesOf } from '#db/vault/identities.server.ts'

/** Slips on one page: more would make a page that no office prints in one go. */
const mostSlips = 100

// Links are shown only in the answer to the form that made them.
export const loader = guardedLoader('staff.manage', () => null)

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
  return {
    left: Math.max(0, chosen.length - mostSlips),
    zone: zoneName(reader.timeZone),
    slips: links.map(({ personId, kind, address, expiresAt }) => ({
      personId,
      name: names.get(personId)?.name ?? '',
      staffNumber: names.get(personId)?.staffNumber ?? '',
      invited: kind === 'invitation',
      address,
      until: formatDateTime(expiresAt, reader.timeZone),
      qr: qrOf(address),
    })),
  }
})

export default function Invitations() {
  const made = useActionData<typeof action>()
  if (!made || made.slips.length === 0) {
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
