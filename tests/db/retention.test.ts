import { beforeEach, describe, expect, it } from 'vitest'
import { applyRetention } from '#app/cli/retention.server.ts'
import { addMonths } from '#app/shared/domain/months.ts'
import { passwordTokens } from '#db/accounts/tables.server.ts'
import { attempts, responses } from '#db/assessment/tables.server.ts'
import { deleteSpent } from '#db/audit/clean-up.server.ts'
import { listChain } from '#db/audit/queries.server.ts'
import { auditEvents, commandResults, outbox } from '#db/audit/tables.server.ts'
import { read, write } from '#db/client.server.ts'
import { and, eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { labAttempts, labDrafts } from '#db/labs/tables.server.ts'
import { listCheckAnswers } from '#db/learning/queries.server.ts'
import { checkAnswers, moduleProgress } from '#db/learning/tables.server.ts'
import { findErasure } from '#db/organisation/erasure-queries.server.ts'
import { bringBack, markLeft } from '#db/organisation/leaving.server.ts'
import {
  accessLog,
  contactAnswers,
  contactRequests,
  registrySearches,
} from '#db/talent/tables.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import { whiteHatSearches } from '#db/white-hat/tables.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aCounty } from '#tests/staff-world.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase('runtime')

const now = Date.parse('2026-11-28T09:00Z')
const monthsAgo = (months: number) => addMonths(now, -months)
const day = 86_400_000
/** The settings' default is 36 months. */
const [over, within] = [monthsAgo(37), monthsAgo(35)]

const eventsOf = async (action: string) => {
  const chain = await listChain(0, 10_000)
  return chain.filter((event) => event.action === action)
}
const detailsOf = async (action: string) =>
  (await eventsOf(action)).map(({ actorId, detail }) => [actorId, JSON.parse(detail)])

let personId = ''
beforeEach(async () => {
  await applyRetention(now)
  await write((tx) => tx.delete(auditEvents))
  personId = (await aPerson()).personId
})

async function answersCheck(moduleId: string, at: number, savedAt = at) {
  const about = { personId, moduleId, versionId: 'v1' }
  const answer = { quizId: 'q', questionId: 'one', attempt: 1, response: 'a', correct: true, at }
  await write(async (tx) => {
    await tx.insert(checkAnswers).values({ ...about, ...answer, id: newId(at) })
    const row = { ...about, openedAt: at, savedAt }
    await tx
      .insert(moduleProgress)
      .values(row)
      .onConflictDoUpdate({
        target: [moduleProgress.personId, moduleProgress.moduleId],
        set: row,
      })
  })
}

async function takesAssessment(at: number) {
  const id = newId(at)
  const row = { id, personId, skill: 'data-sql', modelVersion: '1', form: ['i1', 'i2'] }
  const response = {
    attemptId: id,
    itemVersionId: 'i1',
    difficulty: 0,
    slope: 1,
    correct: true,
    at,
  }
  await write(async (tx) => {
    await tx.insert(attempts).values({ ...row, startedAt: at, finishedAt: at + day })
    for (const position of [1, 2]) {
      await tx.insert(responses).values({ ...response, position, response: 'a' as never })
    }
  })
  return id
}

async function submitsLab(at: number) {
  const id = newId(at)
  const about = { personId, labId: 'course/lab', versionId: 'v1', submission: 'select 1' }
  const graded = { verdict: 'OK' as const, report: {} as never, passed: true, cpuMs: 1, peakMb: 1 }
  await write((tx) => tx.insert(labAttempts).values({ ...about, ...graded, id, at }))
  return id
}

describe('what people answered', () => {
  it('is deleted when its months are over, and what came of it stays', async () => {
    await answersCheck('course/one', over)
    await answersCheck('course/two', within)
    const attempt = { old: await takesAssessment(over), new: await takesAssessment(within) }
    const lab = { old: await submitsLab(over), new: await submitsLab(within) }
    const draft = { personId, content: 'select', hintsShown: 0 }
    await write((tx) =>
      tx.insert(labDrafts).values([
        { ...draft, labId: 'course/old', savedAt: over },
        { ...draft, labId: 'course/new', savedAt: within },
      ]),
    )
    await applyRetention(now)
    expect(await listCheckAnswers(personId, 'course/one')).toEqual([])
    expect(await listCheckAnswers(personId, 'course/two')).toHaveLength(1)
    const mine = eq(moduleProgress.personId, personId)
    expect(await read().$count(moduleProgress, mine)).toBe(2)
    expect(await read().$count(responses, eq(responses.attemptId, attempt.old))).toBe(0)
    expect(await read().$count(responses, eq(responses.attemptId, attempt.new))).toBe(2)
    expect(await read().$count(attempts, eq(attempts.personId, personId))).toBe(2)
    const submitted = await read()
      .select({ id: labAttempts.id, text: labAttempts.submission, passed: labAttempts.passed })
      .from(labAttempts)
      .where(eq(labAttempts.personId, personId))
      .orderBy(labAttempts.id)
    expect(submitted).toEqual([
      { id: lab.old, text: '', passed: true },
      { id: lab.new, text: 'select 1', passed: true },
    ])
    const drafts = await read().select().from(labDrafts).where(eq(labDrafts.personId, personId))
    expect(drafts.map(({ labId }) => labId)).toEqual(['course/new'])
    expect(await detailsOf('answers.expired')).toEqual([
      ['system', { checks: 1, responses: 2, submissions: 1, drafts: 1 }],
    ])
  })

  it('stays whole in a module that the learner worked on since', async () => {
    await answersCheck('course/one', over, within)
    await applyRetention(now)
    expect(await listCheckAnswers(personId, 'course/one')).toHaveLength(1)
    await applyRetention(addMonths(within, 36) + day)
    expect(await listCheckAnswers(personId, 'course/one')).toEqual([])
  })

  it('goes batch by batch, however much it is, and leaves no event where nothing is due', async () => {
    const rows = Array.from({ length: 1_203 }, (_, i) => ({
      ...{ personId, moduleId: 'course/many', versionId: 'v1', quizId: 'q', questionId: `${i}` },
      ...{ attempt: 1, response: 'a', correct: false, at: over, id: newId(over) },
    }))
    await write((tx) => tx.insert(checkAnswers).values(rows))
    await applyRetention(now)
    const numbers = (await detailsOf('answers.expired')).map(([, { checks }]) => checks)
    expect(numbers).toEqual([500, 500, 203])
    await applyRetention(now)
    await applyRetention(now - 3_600_000)
    expect(await eventsOf('answers.expired')).toHaveLength(3)
  })
})

async function looks(at: number) {
  const about = { viewerId: 'officer', purpose: '示例', at }
  await write(async (tx) => {
    const look = { ...about, viewerUnitId: 'unit', kind: 'listed' as const, personId }
    await tx.insert(accessLog).values({ ...look, id: newId(at) })
    await tx.insert(registrySearches).values({ ...about, id: newId(at) })
    await tx.insert(whiteHatSearches).values({ ...about, id: newId(at) })
  })
}

async function asks(at: number, answeredAt = at) {
  const id = newId(at)
  const request = { id, personId, requesterId: 'officer', unitId: 'unit', at, message: '示例' }
  await write(async (tx) => {
    const expires = { expiresAt: at + 14 * day, purpose: '示例', contract: 'secondment' as const }
    await tx.insert(contactRequests).values({ ...request, ...expires })
    const answer = { id: newId(answeredAt), requestId: id, by: personId, at: answeredAt }
    await tx.insert(contactAnswers).values({ ...answer, side: 'person', answer: 'accepted' })
  })
  return id
}

describe('who looked at whom', () => {
  it('is deleted when its months are over, with searches and requests that ended', async () => {
    await looks(over)
    await looks(within)
    await asks(over)
    const kept = [await asks(over, within), await asks(monthsAgo(36) - 10 * day)]
    await applyRetention(now)
    for (const log of [accessLog, registrySearches, whiteHatSearches]) {
      expect(await read().$count(log, eq(log.at, over))).toBe(0)
      expect(await read().$count(log, eq(log.at, within))).toBe(1)
    }
    const requests = await read()
      .select({ id: contactRequests.id })
      .from(contactRequests)
      .where(eq(contactRequests.personId, personId))
    expect(requests.map(({ id }) => id).toSorted()).toEqual(kept.toSorted())
    expect(await detailsOf('looks.expired')).toEqual([
      ['system', { looks: 1, searches: 2, requests: 1 }],
    ])
  })
})

describe('the identity of who left', () => {
  async function whoLeft(at: number) {
    const { administrator, unit } = await aCounty()
    const { reader } = await aNamedPerson({ unit })
    expect((await markLeft(administrator, reader.personId, newId())).ok).toBe(true)
    // The command's moment is the present one; the trail is what says when it was.
    await write((tx) =>
      tx
        .update(auditEvents)
        .set({ at })
        .where(
          and(eq(auditEvents.subjectId, reader.personId), eq(auditEvents.action, 'person.left')),
        ),
    )
    return { administrator, personId: reader.personId }
  }

  it('is erased when its months are over, and that of who came back or stays is not', async () => {
    const gone = await whoLeft(over)
    const recent = await whoLeft(within)
    const back = await whoLeft(over)
    await bringBack(back.administrator, back.personId, newId())
    const again = await whoLeft(over)
    await bringBack(again.administrator, again.personId, newId())
    await markLeft(again.administrator, again.personId, newId())
    const ids = [gone, recent, back, again].map((each) => each.personId)
    await applyRetention(now)
    expect([...(await identitiesOf(ids)).keys()].toSorted()).toEqual(ids.slice(1).toSorted())
    expect((await identitiesOf([gone.administrator.personId])).size).toBe(1)
    const erasures = (await eventsOf('person.erased')).map((event) => [
      event.actorId,
      event.subjectId,
    ])
    expect(erasures).toEqual([['system', gone.personId]])
    expect(await findErasure(read(), gone.personId)).toBeDefined()
    await applyRetention(now)
    expect(await eventsOf('person.erased')).toHaveLength(1)
  })
})

describe('what has done its work', () => {
  it('goes: links some days after they expired, keys of forms and delivered messages after a week', async () => {
    const link = (expiresAt: number) => {
      const made = { personId, createdAt: 0, revoked: false }
      return { ...made, tokenHash: newId(), kind: 'invitation' as const, expiresAt }
    }
    const result = { actorId: personId, action: 'x.y', result: 'null' }
    const message = { kind: 'mail' as const, payload: Buffer.alloc(0), attempts: 0 }
    const [old, recent] = [now - 8 * day, now - 6 * day]
    await write(async (tx) => {
      await tx.insert(passwordTokens).values([link(now - 181 * day), link(now - 179 * day)])
      await tx.insert(commandResults).values([
        { ...result, key: 'old', at: old },
        { ...result, key: 'recent', at: recent },
      ])
      await tx.insert(outbox).values([
        { ...message, id: 'delivered', at: old, deliveredAt: old },
        { ...message, id: 'fresh', at: old, deliveredAt: recent },
        { ...message, id: 'waiting', at: old },
      ])
    })
    await deleteSpent(now, 180)
    const links = await read().select().from(passwordTokens)
    expect(links.map(({ expiresAt }) => expiresAt)).toEqual([now - 179 * day])
    const mine = eq(commandResults.actorId, personId)
    const results = await read().select().from(commandResults).where(mine)
    expect(results.map(({ key }) => key)).toEqual(['recent'])
    const messages = await read()
      .select({ id: outbox.id })
      .from(outbox)
      .where(eq(outbox.kind, 'mail'))
    expect(messages.map(({ id }) => id).toSorted()).toEqual(['fresh', 'waiting'])
  })
})
