import type { Actor } from '#app/accounts/domain/policy.ts'
import {
  type Answer,
  answerDue,
  answeredAt,
  type ContactState,
  contactStanding,
  maySeeName,
} from '#app/talent/domain/contact.ts'
import type { ContractKind } from '#app/talent/domain/kinds.ts'
import type { Db } from '#db/client.server.ts'
import { read } from '#db/client.server.ts'
import { and, asc, desc, eq, inArray, ne, type SQL } from '#db/dialect/index.ts'
import { organisations, people } from '#db/organisation/tables.server.ts'
import { isOwnUnit } from './reach.server.ts'
import { contactAnswers, contactRequests } from './tables.server.ts'

/** A request with where it stands at the moment it was read. Times are UTC ms. */
export type ContactRequest = {
  id: string
  personId: string
  requesterId: string
  unitId: string
  contract: ContractKind
  termYears: number | null
  secretPost: boolean | null
  purpose: string
  message: string
  at: number
  state: ContactState
  /** When the answer that is waited for is due. */
  until: number | undefined
  answers: Answer[]
}

async function standing<R extends { id: string; at: number; expiresAt: number }>(
  db: Db,
  rows: R[],
  now: number,
) {
  const ids = rows.map(({ id }) => id)
  const answers = ids.length
    ? await db
        .select()
        .from(contactAnswers)
        .where(inArray(contactAnswers.requestId, ids))
        .orderBy(asc(contactAnswers.at), asc(contactAnswers.id))
    : []
  return rows.map((row) => {
    const own = answers
      .filter(({ requestId }) => requestId === row.id)
      .map<Answer>(({ side, answer, at }) => ({ side, answer, at }))
    const { state, until } = contactStanding(row, own, now)
    return { ...row, state, until, answers: own }
  })
}

/** The requests that `where` allows, newest first, with their standing at `now`, inside a command. */
export async function requestsIn(db: Db, where: SQL | undefined, now: number) {
  const rows = await db
    .select()
    .from(contactRequests)
    .where(where)
    .orderBy(desc(contactRequests.at), desc(contactRequests.id))
    .limit(200)
  return standing(db, rows, now)
}

async function withUnitNames<R extends { unitId: string }>(requests: R[]) {
  const ids = requests.map(({ unitId }) => unitId)
  const units = ids.length
    ? await read()
        .select({ id: organisations.id, zh: organisations.nameZh, en: organisations.nameEn })
        .from(organisations)
        .where(inArray(organisations.id, ids))
    : []
  const names = new Map(units.map(({ id, zh, en }) => [id, { zh, en }]))
  return requests.map((request) => ({
    ...request,
    unit: names.get(request.unitId) ?? { zh: '', en: '' },
  }))
}

/** What was asked of this person, with the unit that asks; for that person. */
export async function listRequestsTo(personId: string, now: number) {
  return withUnitNames(await requestsIn(read(), eq(contactRequests.personId, personId), now))
}

/**
 * What a person is told of requests to them: how many wait for their answer, and how many units came to
 * see their name in the last 14 days.
 */
export async function countRequestsTo(
  personId: string,
  now: number,
): Promise<{ toAnswer: number; seeingName: number }> {
  const requests = await requestsIn(read(), eq(contactRequests.personId, personId), now)
  const news = requests.filter(
    (request) => maySeeName(request.state) && now < answerDue(answeredAt(request) ?? 0),
  )
  return {
    toAnswer: requests.filter(({ state }) => state === 'waiting-person').length,
    seeingName: new Set(news.map(({ unitId }) => unitId)).size,
  }
}

/**
 * Requests about the officer's own staff that the person accepted and stands by, or that the unit
 * has answered. Others are the person's own affair; the officer's own case is for a colleague.
 */
export async function listForUnit(actor: Actor, now: number) {
  const rows = await read()
    .select({ request: contactRequests })
    .from(contactRequests)
    .innerJoin(people, eq(people.id, contactRequests.personId))
    .innerJoin(organisations, eq(organisations.id, people.unitId))
    .where(and(isOwnUnit(actor), ne(contactRequests.personId, actor.personId)))
    .orderBy(desc(contactRequests.at), desc(contactRequests.id))
    .limit(200)
  const requests = await standing(
    read(),
    rows.map(({ request }) => request),
    now,
  )
  const concerned = requests.filter(
    ({ state, answers }) => state === 'waiting-unit' || answers.some(({ side }) => side === 'unit'),
  )
  return withUnitNames(concerned)
}

/** How many of them wait for the unit. */
export async function countForUnit(actor: Actor, now: number): Promise<number> {
  return (await listForUnit(actor, now)).filter(({ state }) => state === 'waiting-unit').length
}
