import { can, canReach } from '#app/accounts/domain/policy.ts'
import { env } from '#app/env.server.ts'
import { addMonths } from '#app/shared/domain/months.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale, formatDate, formatDateTime } from '#app/shared/i18n/format.ts'
import { findCredential } from '#db/accounts/credentials.server.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { read } from '#db/client.server.ts'
import { recordMark } from '#db/organisation/edit-person.server.ts'
import { findErasure, findLeaving } from '#db/organisation/erasure-queries.server.ts'
import { listRoleProfileNames } from '#db/organisation/role-profiles.server.ts'
import {
  findStaffMember,
  listHeldRoles,
  listLinkRequests,
  listOpenLinks,
  mayOpenAccountOf,
  type StaffMember,
} from '#db/organisation/staff.server.ts'
import { findToAttest } from '#db/talent/attestations.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import { grantableRoles, mayGrant } from './domain/role-grants.ts'
import { organisationOptions } from './organisation-options.server.ts'

async function rolesOf(reader: Reader, personId: string) {
  const locale = currentLocale()
  return (await listHeldRoles([personId])).map(({ id, role, organisation, path }) => ({
    ...{ id, role, organisation: inLocale(organisation, locale) },
    revocable: mayGrant(reader, { role, path }),
  }))
}

/** The day (UTC ms) after which the identity of who left is erased; undefined where it stays. */
async function erasureDue({ personId, state }: StaffMember): Promise<number | undefined> {
  const { CIVIC_IDENTITY_MONTHS } = env()
  if (state !== 'left' || CIVIC_IDENTITY_MONTHS === 0) return
  const leftAt = await findLeaving(read(), personId)
  return leftAt === undefined ? undefined : addMonths(leftAt, CIVIC_IDENTITY_MONTHS)
}

/** What only who manages the staff sees: choices for the forms, the state of links and factor. */
async function forManaging(reader: Reader, member: StaffMember) {
  const { personId } = member
  const due = await erasureDue(member)
  const erasure = await findErasure(read(), personId)
  const until = (await listOpenLinks([personId], Date.now())).get(personId)
  return {
    departments: await organisationOptions(reader, 'staff.manage'),
    roles: grantableRoles(reader),
    opens: await mayOpenAccountOf(read(), reader, personId),
    hasFactor: (await findCredential(personId))?.totpConfirmedAt != null,
    asked: (await listLinkRequests(reader)).has(personId),
    erasedAt: erasure ? formatDateTime(erasure.at, reader.timeZone) : '',
    erasesAfter: due === undefined ? '' : formatDate(due, reader.timeZone),
    linkUntil: until ? formatDateTime(until, reader.timeZone) : '',
  }
}

/** One of the staff as their page shows them; undefined outside the reader's reach. */
export async function personPage(reader: Reader, personId: string) {
  const member = await findStaffMember(read(), reader, 'staff.list', personId)
  if (!member) return
  const locale = currentLocale()
  const who = (await identitiesOf([personId])).get(personId)
  const profiles = (await listRoleProfileNames()).map(({ code, name }) => ({
    value: code,
    label: inLocale(name, locale),
  }))
  const { state, staffKind, grade, roleProfile, organisationId, organisation, path } = member
  return {
    ...{ personId, state, staffKind, grade, organisationId, profiles },
    roleProfile: roleProfile ?? '',
    mark: recordMark(member, who),
    department: inLocale(organisation, locale),
    identity: {
      name: who?.name ?? '',
      staffNumber: who?.staffNumber ?? '',
      email: who?.email ?? '',
      phone: who?.phone ?? '',
    },
    held: await rolesOf(reader, personId),
    attests: (await findToAttest(read(), reader, personId)) !== undefined,
    manage:
      can(reader, 'staff.manage') && canReach(reader, 'staff.manage', path)
        ? await forManaging(reader, member)
        : undefined,
  }
}
