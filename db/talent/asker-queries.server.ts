import type { Actor } from '#app/accounts/domain/policy.ts'
import { type Answer, type ContactState, isNews, maySeeName } from '#app/talent/domain/contact.ts'
import { standingNo } from '#app/talent/domain/contact-rules.ts'
import { type Db, read } from '#db/client.server.ts'
import { and, eq, gte, isNull, lte } from '#db/dialect/index.ts'
import { organisations, people } from '#db/organisation/tables.server.ts'
import { requestsIn } from './contact-queries.server.ts'
import { contactRequests, registryConsents, registryEntries } from './tables.server.ts'

/**
 * The codes that stand for these people to someone who asked at `at`: only while the consent of
 * that time lasts. A later consent has a new code, which must not be joined to an old request.
 */
async function codesFor(requests: { personId: string; at: number; id: string }[]) {
  const codes = new Map<string, string>()
  for (const { id, personId, at } of requests) {
    const [row] = await read()
      .select({ code: registryEntries.code })
      .from(registryEntries)
      .innerJoin(registryConsents, eq(registryConsents.personId, registryEntries.personId))
      .where(
        and(
          eq(registryEntries.personId, personId),
          isNull(registryConsents.withdrawnAt),
          lte(registryConsents.givenAt, at),
        ),
      )
    if (row) codes.set(id, row.code)
  }
  return codes
}

/** A request as one of the unit that made it reads it; `news` is for who made it. */
function forAsker<R extends { requesterId: string; state: ContactState; answers: Answer[] }>(
  actor: Actor,
  request: R,
) {
  const mine = request.requesterId === actor.personId
  return { ...request, mine, news: mine && isNews(request) }
}

/** What the officer's unit asked, newest first. No person's id leaves: a code, while there is one. */
export async function listRequestsOf(actor: Actor, now: number) {
  const rows = await requestsIn(read(), eq(contactRequests.unitId, actor.unitId), now)
  const codes = await codesFor(rows)
  return rows.map(({ personId: _, ...request }) => {
    return { ...forAsker(actor, request), code: codes.get(request.id) }
  })
}

/** How many of the officer's own requests have an answer that they have not read. */
export async function countNews(actor: Actor, now: number): Promise<number> {
  const own = and(
    eq(contactRequests.unitId, actor.unitId),
    eq(contactRequests.requesterId, actor.personId),
  )
  return (await requestsIn(read(), own, now)).filter(isNews).length
}

/**
 * What the officer's organisation asked of a person under the code they have now. Requests under an
 * earlier code are none of these: who left and came back is somebody new.
 */
export async function requestsUnderCode(db: Db, actor: Actor, personId: string, now: number) {
  const current = and(eq(registryConsents.personId, personId), isNull(registryConsents.withdrawnAt))
  const [consent] = await db
    .select({ givenAt: registryConsents.givenAt })
    .from(registryConsents)
    .where(current)
  if (!consent) return []
  const asked = and(
    eq(contactRequests.personId, personId),
    eq(contactRequests.unitId, actor.unitId),
    gte(contactRequests.at, consent.givenAt),
  )
  return requestsIn(db, asked, now)
}

/** The no of this person that keeps the officer's organisation from asking again; for a page. */
export async function findStandingNo(actor: Actor, personId: string, now: number) {
  return standingNo(await requestsUnderCode(read(), actor, personId, now), now)
}

/** One of them, with the person's id for as long as the name may be seen. */
export async function findRequestOf(actor: Actor, id: string, now: number) {
  const where = and(eq(contactRequests.id, id), eq(contactRequests.unitId, actor.unitId))
  const [request] = await requestsIn(read(), where, now)
  if (!request) return
  const { personId, ...rest } = request
  const code = (await codesFor([request])).get(id)
  return {
    ...forAsker(actor, rest),
    code,
    personId: maySeeName(request.state) ? personId : undefined,
  }
}

/** The unit of someone whose name may be seen. The caller has checked that it may. */
export async function unitOf(personId: string): Promise<{ zh: string; en: string } | undefined> {
  const [unit] = await read()
    .select({ zh: organisations.nameZh, en: organisations.nameEn })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.unitId))
    .where(eq(people.id, personId))
  return unit
}
