import { type Actor, canReach, type Permission } from '#app/accounts/domain/policy.ts'
import { notFound } from '#app/accounts/guard.server.ts'
import { pageOf } from '#app/shared/domain/page.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { compareText, currentLocale } from '#app/shared/i18n/format.ts'
import { read } from '#db/client.server.ts'
import { findOrganisation } from '#db/organisation/organisations.server.ts'
import {
  listHeldRoles,
  listLinkRequests,
  listOpenLinks,
  listStaff,
  type StaffMember,
} from '#db/organisation/staff.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import { normaliseLogin, whoseNumber } from './domain/identity.ts'
import type { PersonState } from './domain/organisation.ts'

const pageSize = 50
/** Names can only be sorted and searched once they are decrypted: more than this is too slow. */
const mostAtOnce = 10_000

export type StaffFilter = {
  departmentId: string
  text: string
  state: PersonState | undefined
  /** Only those who asked for a new link. */
  waiting: boolean
  page: number
}

/** Which of those who work there to choose from. */
type WorkingFilter = Pick<StaffFilter, 'departmentId' | 'text' | 'page'>

export type NamedMember = StaffMember & { name: string; staffNumber: string }

/**
 * People where the actor has the permission, with their names, sorted as the page's language sorts.
 * Throws 404 for a department where they have it not: without it, the list would be of everyone.
 */
async function listNamed(
  actor: Actor,
  { departmentId, state }: Pick<StaffFilter, 'departmentId'> & { state?: PersonState | undefined },
  permission: Permission = 'staff.list',
): Promise<NamedMember[] | 'too-many'> {
  const within = departmentId && (await departmentAt(actor, permission, departmentId)).path
  const rows = await listStaff(actor, permission, {
    ...(within && { within }),
    ...(state && { state }),
    limit: mostAtOnce + 1,
  })
  if (rows.length > mostAtOnce) return 'too-many'
  const names = await identitiesOf(rows.map(({ personId }) => personId))
  return rows
    .map((row) => {
      const { name = '', staffNumber = '' } = names.get(row.personId) ?? {}
      return { ...row, name, staffNumber }
    })
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.staffNumber, b.staffNumber))
}

async function departmentAt(actor: Actor, permission: Permission, id: string) {
  const department = await findOrganisation(read(), actor, permission, id)
  if (!department) throw notFound()
  return department
}

function matches(text: string) {
  const wanted = normaliseLogin(text)
  const numbered = whoseNumber(wanted)
  return ({ personId, name, staffNumber }: NamedMember) =>
    normaliseLogin(name).includes(wanted) ||
    normaliseLogin(staffNumber).includes(wanted) ||
    numbered(personId)
}

async function presentPage(actor: Actor, people: NamedMember[], asked: Set<string>) {
  const ids = people.map(({ personId }) => personId)
  const roles = await listHeldRoles(ids)
  const links = await listOpenLinks(ids, Date.now())
  const locale = currentLocale()
  return people.map(
    ({ personId, name, staffNumber, state, organisation, staffKind, grade, path }) => ({
      ...{ personId, name, staffNumber, state, staffKind, grade },
      department: inLocale(organisation, locale),
      roles: roles.flatMap((held) =>
        held.personId === personId && held.role !== 'learner' ? held.role : [],
      ),
      asked: asked.has(personId),
      manages: canReach(actor, 'staff.manage', path),
      linkUntil: links.get(personId),
    }),
  )
}

/** One page of those who work where the actor has the permission; 'too-many' to be listed by name. */
export async function workingStaff(actor: Actor, permission: Permission, filter: WorkingFilter) {
  const named = await listNamed(actor, filter, permission)
  if (named === 'too-many') return named
  const working = named.filter(({ state }) => state !== 'left')
  return pageOf(working.filter(matches(filter.text)), filter.page, pageSize)
}

/** One page of the staff list, with how many there are in all. */
export async function staffPage(actor: Actor, filter: StaffFilter) {
  const named = await listNamed(actor, filter)
  const asked = await listLinkRequests(actor)
  if (named === 'too-many') return { tooMany: true as const, asked: asked.size }
  const found = named
    .filter(matches(filter.text))
    .filter(({ personId }) => !filter.waiting || asked.has(personId))
  const { page, pages, shown } = pageOf(found, filter.page, pageSize)
  const people = await presentPage(actor, shown, asked)
  return { tooMany: false as const, people, total: found.length, page, pages, asked: asked.size }
}

/** Invited people of a filter to whom the actor may give a link, and who have none that works; in the order of the list. */
export async function listWithoutLink(actor: Actor, filter: StaffFilter): Promise<NamedMember[]> {
  const named = await listNamed(actor, { ...filter, state: 'invited' }, 'staff.manage')
  if (named === 'too-many') return []
  const links = await listOpenLinks(
    named.map(({ personId }) => personId),
    Date.now(),
  )
  return named.filter(matches(filter.text)).filter(({ personId }) => !links.has(personId))
}
