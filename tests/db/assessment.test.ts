import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { measurementModel } from '#app/assessment/domain/measurement.ts'
import { assessmentRules } from '#app/assessment/domain/rules.ts'
import { fail, ok } from '#app/shared/domain/result.ts'
import { finishAttempt, recordResponse } from '#db/assessment/commands.server.ts'
import {
  findAsked,
  findAttempt,
  findRecordedLevel,
  listAttempts,
} from '#db/assessment/queries.server.ts'
import { startAttempt } from '#db/assessment/start-attempt.server.ts'
import { responses } from '#db/assessment/tables.server.ts'
import { perform } from '#db/audit/perform.server.ts'
import { findChainTail } from '#db/audit/queries.server.ts'
import { read } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { addEvidence } from '#db/talent/evidence.server.ts'
import { skillEvidence } from '#db/talent/tables.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aBank, aSkill, publish } from '#tests/item-bank.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

const day = 86_400_000

const start = (personId: string, skill: string, key?: string) =>
  startAttempt(personId, skill, { seedOf: (id) => `seed of ${id}`, key })

async function started(personId: string, skill: string): Promise<string> {
  const outcome = await start(personId, skill)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

const answer = (
  personId: string,
  attemptId: string,
  position: number,
  correct = true,
  key = '',
) => {
  const kept = { response: { type: 'single' as const, choice: 'a' }, normalised: 'a' }
  return recordResponse(personId, { attemptId, position, kept, correct }, key || undefined)
}

async function answerAll(personId: string, attemptId: string, correct = true): Promise<void> {
  for (let position = 1; position <= 15; position++) {
    expect(await answer(personId, attemptId, position, correct)).toEqual(ok(null))
  }
}

const evidenceOf = (personId: string) =>
  read().select().from(skillEvidence).where(eq(skillEvidence.personId, personId))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 2) })
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (days: number) => vi.setSystemTime(Date.now() + days * day)

describe('starting', () => {
  it('draws a form without repeats and keeps the versions it drew', async () => {
    const skill = await aSkill('drawn')
    const { personId } = await aPerson()
    const id = await started(personId, skill)
    const before = await findAttempt(personId, id)
    expect(new Set(before?.form).size).toBe(15)
    await publish(aBank(skill, 40, 'reworded'))
    const asked = before && (await findAsked(before, 1))
    expect(asked?.item.question.prompt.en).toMatch(/^which /)
  })

  it('goes on with the open attempt rather than begin another', async () => {
    const skill = await aSkill('once')
    const { personId } = await aPerson()
    const [first, second] = await Promise.all([start(personId, skill), start(personId, skill)])
    const id = first.ok ? first.value : second.ok ? second.value : ''
    expect([first, second]).toContainEqual(ok(id))
    expect([first, second]).toContainEqual(fail({ reason: 'open', attemptId: id }))
    expect(await listAttempts(personId, skill)).toHaveLength(1)
  })

  it('answers the same to a form sent twice', async () => {
    const skill = await aSkill('same-key')
    const { personId } = await aPerson()
    const first = await start(personId, skill, 'key')
    expect(await start(personId, skill, 'key')).toEqual(first)
    expect(first.ok).toBe(true)
  })

  it('begins nothing where there are no items', async () => {
    const { personId } = await aPerson()
    expect(await start(personId, 'unknown')).toEqual(fail({ reason: 'no-items' }))
  })

  it('waits seven days from the end of the last one, then asks other items', async () => {
    const skill = await aSkill('again')
    const { personId } = await aPerson()
    const first = await started(personId, skill)
    pass(2)
    await answerAll(personId, first)
    await finishAttempt(personId, first)
    const from = Date.now() + assessmentRules.retakeDays * day
    vi.setSystemTime(from - 1)
    expect(await start(personId, skill)).toEqual(fail({ reason: 'wait', from }))
    vi.setSystemTime(from)
    const second = await started(personId, skill)
    const forms = await Promise.all([first, second].map((id) => findAttempt(personId, id)))
    const [old, fresh] = forms.map((attempt) => attempt?.form ?? [])
    expect(fresh?.filter((id) => old?.includes(id))).toEqual([])
  })
})

describe('answering', () => {
  it('keeps the item version and the parameters with the answer', async () => {
    const skill = await aSkill('kept')
    const { personId } = await aPerson()
    const id = await started(personId, skill)
    await answer(personId, id, 4, false)
    const attempt = await findAttempt(personId, id)
    expect(attempt?.answered).toEqual([4])
    const [row] = await read().select().from(responses).where(eq(responses.attemptId, id))
    const asked = attempt && (await findAsked(attempt, 4))
    expect(row?.itemVersionId).toBe(attempt?.form[3])
    expect(row?.correct).toBe(false)
    expect(row?.difficulty).toBe(measurementModel.difficulty[(asked?.item.level ?? 0) - 1])
    expect(asked?.kept).toEqual({ response: { type: 'single', choice: 'a' }, normalised: 'a' })
  })

  it('keeps the first answer: same key, another key, or two at once', async () => {
    const skill = await aSkill('first')
    const { personId } = await aPerson()
    const id = await started(personId, skill)
    await answer(personId, id, 1, true, 'one')
    const tail = await findChainTail()
    expect(await answer(personId, id, 1, false, 'one')).toEqual(ok(null))
    expect(await answer(personId, id, 1, false, 'other')).toEqual(fail('answered'))
    expect(await findChainTail()).toEqual(tail)
    const together = await Promise.all([
      answer(personId, id, 2, true, 'tab-1'),
      answer(personId, id, 2, false, 'tab-2'),
    ])
    expect(together.filter((outcome) => outcome.ok)).toHaveLength(1)
    const rows = await read().select().from(responses).where(eq(responses.attemptId, id))
    expect(rows).toHaveLength(2)
    expect(rows.find((row) => row.position === 1)?.correct).toBe(true)
  })

  it('takes nothing outside the form, from others, or after seven days', async () => {
    const skill = await aSkill('bounds')
    const { personId } = await aPerson()
    const stranger = await aPerson()
    const id = await started(personId, skill)
    expect(await answer(personId, id, 16)).toEqual(fail('missing'))
    expect(await answer(personId, id, 0)).toEqual(fail('missing'))
    expect(await answer(stranger.personId, id, 1)).toEqual(fail('missing'))
    expect(await findAttempt(stranger.personId, id)).toBeUndefined()
    expect(await finishAttempt(stranger.personId, id)).toEqual(fail('missing'))
    pass(assessmentRules.openDays)
    expect(await answer(personId, id, 1)).toEqual(fail('closed'))
    expect(await finishAttempt(personId, id)).toEqual(fail('closed'))
    expect((await start(personId, skill)).ok).toBe(true)
    expect(await listAttempts(personId, skill)).toHaveLength(2)
  })
})

describe('finishing', () => {
  it('waits for the last answer', async () => {
    const skill = await aSkill('unfinished')
    const { personId } = await aPerson()
    const id = await started(personId, skill)
    await answer(personId, id, 1)
    expect(await finishAttempt(personId, id)).toEqual(fail('unanswered'))
    expect(await evidenceOf(personId)).toEqual([])
  })

  it('leaves the result and one piece of evidence, however often it is sent', async () => {
    const skill = await aSkill('finished')
    const { personId } = await aPerson()
    const id = await started(personId, skill)
    await answerAll(personId, id)
    expect(await finishAttempt(personId, id)).toEqual(ok(null))
    const attempt = await findAttempt(personId, id)
    const tail = await findChainTail()
    expect(attempt?.finishedAt).toBe(Date.now())
    expect(attempt?.result?.questions).toBe(15)
    expect(attempt?.modelVersion).toBe(measurementModel.version)
    pass(1)
    expect(await finishAttempt(personId, id)).toEqual(fail('closed'))
    expect(await findAttempt(personId, id)).toEqual(attempt)
    expect(await findChainTail()).toEqual(tail)
    const evidence = await evidenceOf(personId)
    expect(evidence).toHaveLength(1)
    expect(evidence[0]).toMatchObject({
      skill,
      kind: 'unsupervised-test',
      diagnostic: true,
      strength: 0.4,
      level: attempt?.result?.attained,
      sourceId: id,
      sourceVersion: measurementModel.version,
    })
  })

  it('counts little alone, and makes a level together with a completed module', async () => {
    const skill = await aSkill('together')
    const { personId } = await aPerson()
    const id = await started(personId, skill)
    await answerAll(personId, id)
    await finishAttempt(personId, id)
    expect(await findRecordedLevel(personId, skill)).toBeUndefined()
    const module = { kind: 'completed-module', issuer: 'platform', sourceId: 'm' } as const
    await perform({ actorId: personId, action: 'module.completed', subjectId: 'm' }, (work) =>
      addEvidence(work, { personId, skill, level: 2, ...module, sourceVersion: '1' }),
    )
    const recorded = await findRecordedLevel(personId, skill)
    expect(recorded?.level).toBe(2)
    expect(recorded?.confidence).toBeCloseTo(1 - 0.6 * 0.6, 9)
  })

  it('finds level 1, and no evidence, for whoever answers nothing right', async () => {
    const skill = await aSkill('nothing')
    const { personId } = await aPerson()
    const id = await started(personId, skill)
    await answerAll(personId, id, false)
    await finishAttempt(personId, id)
    expect((await findAttempt(personId, id))?.result?.statement.from).toBe(1)
    expect(await evidenceOf(personId)).toEqual([])
  })
})
