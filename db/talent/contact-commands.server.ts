import type { Actor } from '#app/accounts/domain/policy.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { answerDue, isOpen, mayAnswer, maySeeName } from '#app/talent/domain/contact.ts'
import {
  type ContactRule,
  rulesAgainst,
  type StandingNo,
  standingNo,
} from '#app/talent/domain/contact-rules.ts'
import type { ConsentAnswer, ConsentSide, ContractKind } from '#app/talent/domain/kinds.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { and, eq, ne, type SQL } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { organisations, people } from '#db/organisation/tables.server.ts'
import { logLook } from './access-log.server.ts'
import { findRequestOf, requestsUnderCode } from './asker-queries.server.ts'
import { requestsIn } from './contact-queries.server.ts'
import { isOwnUnit, isWithinSight } from './reach.server.ts'
import {
  contactAnswers,
  contactRequests,
  registryContracts,
  registryEntries,
} from './tables.server.ts'

/** What an officer asks of the person behind a code. */
export type NewRequest = {
  code: string
  contract: ContractKind
  years: number | null
  secretPost: boolean
  purpose: string
  message: string
}

export type RequestProblem =
  | { kind: 'not-found' }
  | { kind: 'not-open-to' }
  | { kind: 'already-asked' }
  | { kind: 'said-no'; no: StandingNo }
  | { kind: 'rules'; ids: string[] }

/** What among the organisation's earlier requests stands against another one. */
async function earlierRequest(
  { tx, at }: Work,
  actor: Actor,
  personId: string,
): Promise<RequestProblem | undefined> {
  const earlier = await requestsUnderCode(tx, actor, personId, at)
  if (earlier.some(({ state }) => isOpen(state))) return { kind: 'already-asked' }
  const no = standingNo(earlier, at)
  return no && { kind: 'said-no', no }
}

/**
 * Asks the person behind a code for contact. Refused where the person is not in the actor's masked
 * sight (the own unit's staff need no request), is not open to it, was asked by this organisation
 * already or told it no of late, or a rule stands against it: `rules` are those of the installation.
 */
export function requestContact(
  actor: Actor,
  asked: NewRequest,
  rules: readonly ContactRule[],
  key: string,
): Promise<Result<{ id: string }, RequestProblem>> {
  const command = { actorId: actor.personId, subjectId: actor.unitId, key }
  return perform({ ...command, action: 'contact.requested' }, async (work) => {
    const { tx, at, note } = work
    const { code, years, secretPost, ...words } = asked
    const [entry] = await tx
      .select({ personId: registryEntries.personId, tier: registryEntries.tier })
      .from(registryEntries)
      .where(and(eq(registryEntries.code, code), isWithinSight(actor, 'below')))
    if (!entry) return fail({ kind: 'not-found' })
    const { personId, tier } = entry
    const open = and(
      eq(registryContracts.personId, personId),
      eq(registryContracts.contract, asked.contract),
    )
    const [contract] = await tx.select().from(registryContracts).where(open)
    if (!contract) return fail({ kind: 'not-open-to' })
    const against = rulesAgainst(rules, { contract: asked.contract, tier, secretPost, years })
    if (against.length > 0) return fail({ kind: 'rules', ids: against.map(({ id }) => id) })
    const earlier = await earlierRequest(work, actor, personId)
    if (earlier) return fail(earlier)
    const id = newId(at)
    const by = { requesterId: actor.personId, unitId: actor.unitId }
    const terms = { termYears: years, secretPost }
    const row = { ...words, ...by, ...terms, id, personId, at, expiresAt: answerDue(at) }
    await tx.insert(contactRequests).values(row)
    await logLook(work, actor, { kind: 'requested', purpose: asked.purpose, personIds: [personId] })
    note({ request: id, contract: asked.contract, secretPost })
    return ok({ id })
  })
}

export type AnswerProblem = 'not-found' | 'too-late'

async function answer(
  { tx, at, note }: Work,
  given: { where: SQL | undefined; side: ConsentSide; answer: ConsentAnswer; by: string },
): Promise<Result<null, AnswerProblem>> {
  const [request] = await requestsIn(tx, given.where, at)
  if (!request) return fail('not-found')
  if (!mayAnswer(given.side, request.state).includes(given.answer)) return fail('too-late')
  const { side, answer, by } = given
  const row = { id: newId(at), requestId: request.id, side, answer, by, at }
  await tx.insert(contactAnswers).values(row)
  note({ side, answer })
  return ok(null)
}

/** The person's own answer: accept, decline, or take the acceptance back later. */
export function answerForSelf(
  personId: string,
  requestId: string,
  given: ConsentAnswer,
  key: string,
): Promise<Result<null, AnswerProblem>> {
  const where = and(eq(contactRequests.id, requestId), eq(contactRequests.personId, personId))
  const command = { actorId: personId, subjectId: requestId, key }
  return perform({ ...command, action: 'contact.answered' }, (work) =>
    answer(work, { where, side: 'person', answer: given, by: personId }),
  )
}

/** The unit's answer, by its officer; never about the officer's own case. */
export function answerForUnit(
  actor: Actor,
  requestId: string,
  given: ConsentAnswer,
  key: string,
): Promise<Result<null, AnswerProblem>> {
  const command = { actorId: actor.personId, subjectId: requestId, key }
  return perform({ ...command, action: 'contact.answered-for-unit' }, async (work) => {
    const [request] = await work.tx
      .select({ id: contactRequests.id })
      .from(contactRequests)
      .innerJoin(people, eq(people.id, contactRequests.personId))
      .innerJoin(organisations, eq(organisations.id, people.unitId))
      .where(
        and(
          eq(contactRequests.id, requestId),
          isOwnUnit(actor),
          ne(contactRequests.personId, actor.personId),
        ),
      )
    if (!request) return fail('not-found')
    const where = eq(contactRequests.id, requestId)
    return answer(work, { where, side: 'unit', answer: given, by: actor.personId })
  })
}

/**
 * The id of the person behind an accepted request; each look is in the person's log. Undefined as
 * soon as either side took its yes back: then the name is shown no more.
 */
export async function identifyByRequest(
  actor: Actor,
  requestId: string,
): Promise<string | undefined> {
  const request = await findRequestOf(actor, requestId, Date.now())
  if (!request?.personId || !maySeeName(request.state)) return
  const { personId, purpose } = request
  const command = { actorId: actor.personId, subjectId: personId }
  await perform({ ...command, action: 'contact.identified' }, (work) =>
    logLook(work, actor, { kind: 'identified', purpose, personIds: [personId] }),
  )
  return personId
}

/** Logs that the own unit's officer reads requests about own staff, by name: each time. */
export async function recordUnitLooks(
  actor: Actor,
  requests: readonly { personId: string; purpose: string }[],
): Promise<void> {
  if (requests.length === 0) return
  const command = { actorId: actor.personId, subjectId: actor.unitId }
  await perform({ ...command, action: 'contact.opened-for-unit' }, async (work) => {
    work.note({ listed: requests.length })
    for (const { personId, purpose } of requests) {
      await logLook(work, actor, { kind: 'request-opened', purpose, personIds: [personId] })
    }
  })
}
