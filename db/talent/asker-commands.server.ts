import type { Actor } from '#app/accounts/domain/policy.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { mayRecall } from '#app/talent/domain/contact.ts'
import { perform } from '#db/audit/perform.server.ts'
import { and, eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import type { AnswerProblem } from './contact-commands.server.ts'
import { requestsIn } from './contact-queries.server.ts'
import { contactAnswers, contactRequests } from './tables.server.ts'

/** Takes the officer's own request back, until both sides have answered: then it is over for everyone. */
export function recallRequest(
  actor: Actor,
  requestId: string,
  key: string,
): Promise<Result<null, AnswerProblem>> {
  const command = { actorId: actor.personId, subjectId: requestId, key }
  return perform({ ...command, action: 'contact.withdrawn' }, async ({ tx, at }) => {
    const own = and(
      eq(contactRequests.id, requestId),
      eq(contactRequests.unitId, actor.unitId),
      eq(contactRequests.requesterId, actor.personId),
    )
    const [request] = await requestsIn(tx, own, at)
    if (!request) return fail('not-found')
    if (!mayRecall(request.state)) return fail('too-late')
    const row = { id: newId(at), requestId, by: actor.personId, at }
    await tx.insert(contactAnswers).values({ ...row, side: 'requester', answer: 'withdrawn' })
    return ok(null)
  })
}

/** Notes that who made a request has read how it was answered: it is no news any more. */
export async function recordAnswerRead(actor: Actor, requestId: string): Promise<void> {
  const command = { actorId: actor.personId, subjectId: requestId }
  await perform({ ...command, action: 'contact.answer-read' }, async ({ tx, at }) => {
    const row = { id: newId(at), requestId, by: actor.personId, at }
    await tx.insert(contactAnswers).values({ ...row, side: 'requester', answer: 'read' })
  })
}
