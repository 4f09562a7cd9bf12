import { env } from '#app/env.server.ts'
import { addMonths } from '#app/shared/domain/months.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { parseNeed } from '#app/talent/domain/need.ts'
import { skillNames } from '#app/talent/present.server.ts'
import { type Condition, sayNeed } from '#app/talent/say-need.server.ts'
import { actKey, askedPeople, purposesOf } from '#db/talent/oversight.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import { isOfficial, statesPurpose } from './domain/actions.ts'
import type { AuditEntry } from './domain/chain.ts'
import { detailFields } from './domain/detail.ts'

/** What the trail does not say of an event and the rest of the database does. */
export type Explained = {
  /** Who acted, where it was done to others for an office. */
  actorName?: string | undefined
  /** As it was stated, or that it is kept no longer. */
  purpose?: string | undefined
  /** The number of the person whom a request for contact is to. */
  candidateId?: string | undefined
  /** The need of a search, in words. */
  conditions?: Condition[] | undefined
  /** The name of the skill that the event is about. */
  skill?: string | undefined
}

function textOf({ detail }: AuditEntry, field: string): string | undefined {
  const value = detailFields(detail).find(([name]) => name === field)?.[1]
  return typeof value === 'string' ? value : undefined
}

async function conditionsOf(event: AuditEntry, nameOf: (skill: string) => string) {
  const written = textOf(event, 'need')
  if (written === undefined) return
  const parsed = parseNeed(new URLSearchParams(written))
  return parsed.ok ? sayNeed(parsed.value, nameOf) : undefined
}

/** The request for contact that an event is about, if it is about one. */
function requestOf(event: AuditEntry): string | undefined {
  if (!event.action.startsWith('contact.')) return
  return textOf(event, 'request') ?? event.subjectId
}

function purposeGone({ action, at }: AuditEntry): string | undefined {
  const keptSince = addMonths(Date.now(), -env().CIVIC_LOOKS_MONTHS)
  return statesPurpose(action) && at < keptSince ? m.audit_purpose_gone() : undefined
}

/**
 * What an auditor needs to judge these events, by their number: the purpose stated, the conditions
 * in words, whom a request is to, and who acted on others for an office. What people do for
 * themselves names nobody: near a sealed act (leaving the pool, applying as a white hat) a name would
 * hint at whose it is.
 */
export async function explain(events: AuditEntry[]): Promise<Map<number, Explained>> {
  const purposes = await purposesOf(events.filter(({ action }) => statesPurpose(action)))
  const asked = await askedPeople(events.flatMap((event) => requestOf(event) ?? []))
  const officials = events.filter(({ action }) => isOfficial(action)).map((each) => each.actorId)
  const identities = await identitiesOf([...new Set(officials)])
  const nameOf = await skillNames(currentLocale())
  const explained = new Map<number, Explained>()
  for (const event of events) {
    const skill = textOf(event, 'skill')
    explained.set(event.sequence, {
      actorName: isOfficial(event.action) ? identities.get(event.actorId)?.name : undefined,
      purpose: purposes.get(actKey(event)) ?? purposeGone(event),
      candidateId: asked.get(requestOf(event) ?? ''),
      conditions: await conditionsOf(event, nameOf),
      skill: skill && nameOf(skill),
    })
  }
  return explained
}
