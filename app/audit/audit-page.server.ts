import { m } from '#app/shared/i18n/messages.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { listAuditEvents } from '#db/audit/queries.server.ts'
import { actionsChosen } from './domain/actions.ts'
import { auditFilter } from './domain/audit-filter.ts'
import { dayBounds } from './domain/day.ts'
import { explain } from './explain.server.ts'
import { findActor } from './find-actor.server.ts'
import { lastHead } from './heads.server.ts'

const pageSize = 50

const problems = { unknown: m.audit_actor_unknown, ambiguous: m.audit_actor_ambiguous }

function olderPage(url: URL, before: number): string {
  const query = new URLSearchParams(url.searchParams)
  query.set('before', String(before))
  return `/audit?${query}`
}

/** The filter as it was sent and what it finds: nothing while it is not known whose events are meant. */
export async function auditPage({ personId, timeZone }: Reader, url: URL) {
  const filter = auditFilter.parse(Object.fromEntries(url.searchParams))
  const { day, action, actor, before } = filter
  const found = actor === '' ? undefined : await findActor(actor)
  const known = found === undefined || found.ok
  const errors: Record<string, string> = known ? {} : { actor: problems[found.error]() }
  const asked = {
    ...dayBounds(day, timeZone),
    actions: actionsChosen(action),
    actorId: found?.ok ? found.value : undefined,
    before,
  }
  const events = known ? await listAuditEvents(asked, pageSize) : []
  const last = events.length === pageSize ? events.at(-1)?.sequence : undefined
  const explained = await explain(events)
  return {
    ...{ filter, errors, timeZone, readerId: personId },
    events: events.map((event) => ({ ...event, ...explained.get(event.sequence) })),
    older: last && olderPage(url, last),
    head: await lastHead(),
  }
}
