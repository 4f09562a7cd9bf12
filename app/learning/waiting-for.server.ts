import { can } from '#app/accounts/domain/policy.ts'
import { isEditable } from '#app/authoring/domain/draft.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { listOpenDrafts, listOwnDraftIds } from '#db/authoring/queries.server.ts'
import { countStaff, listLinkRequests } from '#db/organisation/staff.server.ts'
import { countNews } from '#db/talent/asker-queries.server.ts'
import { countForUnit, countRequestsTo } from '#db/talent/contact-queries.server.ts'
import type { WaitingKind } from './domain/waiting.ts'

async function countReviews(reader: Reader): Promise<number> {
  const drafts = await listOpenDrafts(reader, 'lesson.review')
  const waiting = drafts.filter(({ state }) => state === 'in-review').map(({ id }) => id)
  return waiting.length - (await listOwnDraftIds(reader.personId, waiting)).size
}

async function countOwnDrafts(reader: Reader): Promise<number> {
  const drafts = await listOpenDrafts(reader, 'lesson.write')
  const mine = drafts.filter(({ state }) => isEditable(state)).map(({ id }) => id)
  return (await listOwnDraftIds(reader.personId, mine)).size
}

/** What waits for this reader, of each kind that their roles let them settle; none is left out. */
export async function waitingFor(
  reader: Reader,
  now: number,
): Promise<{ kind: WaitingKind; count: number }[]> {
  const own = await countRequestsTo(reader.personId, now)
  const kinds = await Promise.all([
    { kind: 'contact' as const, count: own.toAnswer },
    { kind: 'named' as const, count: own.seeingName },
    can(reader, 'contact.decide-for-unit') && {
      kind: 'unit-consent' as const,
      count: await countForUnit(reader, now),
    },
    can(reader, 'contact.request') && {
      kind: 'answered' as const,
      count: await countNews(reader, now),
    },
    can(reader, 'lesson.review') && { kind: 'review' as const, count: await countReviews(reader) },
    can(reader, 'lesson.write') && { kind: 'draft' as const, count: await countOwnDrafts(reader) },
    can(reader, 'staff.manage') && {
      kind: 'link' as const,
      count: (await listLinkRequests(reader)).size,
    },
    can(reader, 'staff.manage') && {
      kind: 'invited' as const,
      count: await countStaff(reader, 'staff.manage', 'invited'),
    },
  ])
  return kinds.flatMap((each) => (each && each.count > 0 ? [each] : []))
}
