import { notFound } from '#app/accounts/guard.server.ts'
import { issueLinks, type Link } from '#app/accounts/issue-links.server.ts'
import { qrOf } from '#app/accounts/qr.server.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale, formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { read } from '#db/client.server.ts'
import { areStaff, unitNamesOf } from '#db/organisation/staff.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import { heldResults } from './held-results.server.ts'
import { listWithoutLink } from './staff-list.server.ts'

/** Slips on one page: more would make a page that no office prints in one go. */
const mostSlips = 100

type Made = {
  left: number
  links: (Link & { name: string; staffNumber: string; unit: string })[]
  /** Who got none, since their roles are not the administrator's to grant. */
  beyond: string[]
}

/**
 * Links are secrets: they can be reloaded for as long as printing takes, within the session that made
 * them. After that, or once one signs out, they can only be made anew.
 */
const printing = heldResults<Made>({ minutes: 15, most: 4_000_000 })

const filterNames = ['department', 'q', 'state', 'waiting', 'page']

/** The list as it was when the form was sent, with what was wrong. */
function listAgain(form: FormData, problem: string): string {
  const query = new URLSearchParams()
  for (const name of filterNames) {
    const value = String(form.get(name) ?? '')
    if (value) query.set(name, value)
  }
  query.set('problem', problem)
  return `/staff?${query}`
}

/**
 * Makes the links that the form asks for; returns the page that shows them, or the list again. Throws 404,
 * and makes none at all, where one of the people or the department is outside the reader's reach.
 */
export async function makeSlips(
  reader: Reader,
  session: string | undefined,
  form: FormData,
  key: string,
): Promise<string> {
  const all = form.get('which') === 'all'
  const filter = {
    departmentId: String(form.get('department') ?? ''),
    text: String(form.get('q') ?? ''),
    ...{ state: undefined, waiting: false, page: 1 },
  }
  const chosen = all
    ? (await listWithoutLink(reader, filter)).map(({ personId }) => personId)
    : [...new Set(form.getAll('person').map(String))]
  if (chosen.length === 0) return listAgain(form, all ? 'none-without' : 'none-chosen')
  if (!(await areStaff(read(), reader, 'staff.manage', chosen))) throw notFound()
  const { links, beyond } = await issueLinks(reader, chosen.slice(0, mostSlips), key)
  const ids = links.map(({ personId }) => personId)
  const [names, units] = [await identitiesOf([...ids, ...beyond]), await unitNamesOf(ids)]
  const made: Made = {
    left: Math.max(0, chosen.length - mostSlips),
    links: links.map((link) => {
      const { name = '', staffNumber = '' } = names.get(link.personId) ?? {}
      const unit = units.get(link.personId)
      return { ...link, name, staffNumber, unit: unit ? inLocale(unit, currentLocale()) : '' }
    }),
    beyond: beyond.map((personId) => names.get(personId)?.name ?? ''),
  }
  return `/staff/invitations?slips=${printing.hold(session ?? '', made)}`
}

/** The slips of that name, while this session may see them. */
export function shownSlips(reader: Reader, session: string | undefined, id: string | null) {
  const { timeZone } = reader
  const made = printing.find(session ?? '', id)
  return {
    left: made?.left ?? 0,
    beyond: made?.beyond ?? [],
    zone: zoneName(timeZone),
    slips: (made?.links ?? []).map(({ kind, expiresAt, ...link }) => ({
      ...link,
      invited: kind === 'invitation',
      until: formatDateTime(expiresAt, timeZone),
      qr: qrOf(link.address),
    })),
  }
}
