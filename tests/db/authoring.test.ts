import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { approve } from '#app/authoring/approve-draft.server.ts'
import {
  adoptBase,
  beginDraft,
  beginLesson,
  discardDraft,
  partHash,
  savePart,
  submitDraft,
  withdrawDraft,
} from '#db/authoring/commands.server.ts'
import {
  countLearners,
  findCurrentVersion,
  findWritableCourse,
  listVersions,
} from '#db/authoring/published.server.ts'
import { findDraftAgain, listDecisions } from '#db/authoring/queries.server.ts'
import { requestChanges } from '#db/authoring/review-commands.server.ts'
import { write } from '#db/client.server.ts'
import { moduleProgress } from '#db/learning/tables.server.ts'
import { aCourse, content, draftContent, publishBase } from '#tests/courses.ts'
import { by, compile, known, tools } from '#tests/drafts.ts'
import { anOrganisation, aPerson } from '#tests/factories.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

let author: Actor
let second: Actor
let reviewer: Actor

async function aDraft(): Promise<{ id: string; course: string; versionId: string }> {
  const { course, versionId } = await aCourse()
  const about = { course, moduleSlug: '01-sums', baseVersionId: versionId }
  const { id } = await beginDraft(by(author), { ...draftContent, ...about })
  return { id, course, versionId }
}

async function draftNow(id: string) {
  const draft = await findDraftAgain(id)
  if (!draft) throw new Error('no draft')
  return draft
}

/** Saves the Chinese text as the form that was opened on the draft as it is now. */
async function save(actor: Actor, id: string, value: string) {
  const { revision, lessonZh } = await draftNow(id)
  const opened = { draftId: id, revision, base: partHash(lessonZh) }
  return savePart(by(actor), { ...opened, part: 'zh', value })
}

async function submitted() {
  const draft = await aDraft()
  expect((await submitDraft(by(author), draft.id, 1, '重写了例子')).ok).toBe(true)
  return draft
}

async function approveNow(actor: Actor, id: string, key?: string, revision?: number) {
  const draft = await draftNow(id)
  const review = { draftId: id, revision: revision ?? draft.revision, comment: '' }
  return approve(by(actor, key), review, draft, known, tools)
}

beforeAll(async () => {
  const unit = await anOrganisation()
  author = await aPerson({ unit, roles: ['author', 'reviewer'] })
  second = await aPerson({ unit, roles: ['author', 'reviewer'] })
  reviewer = await aPerson({ unit, roles: ['reviewer'] })
})

describe('a draft', () => {
  it('is one at a time: a second person gets the one that is open', async () => {
    const { id, course, versionId } = await aDraft()
    const about = { course, moduleSlug: '01-sums', baseVersionId: versionId }
    const again = await beginDraft(by(second), { ...draftContent, ...about })
    expect(again).toEqual({ id, isNew: false })
    await discardDraft(by(author), id)
    expect((await beginDraft(by(second), { ...draftContent, ...about })).isNew).toBe(true)
  })

  it('refuses a save over a newer one of the same part, and keeps the newer', async () => {
    const { id } = await aDraft()
    const opened = { draftId: id, revision: 1, base: partHash(draftContent.lessonZh) }
    expect((await savePart(by(author), { ...opened, part: 'zh', value: '甲' })).ok).toBe(true)
    const late = await savePart(by(second), { ...opened, part: 'zh', value: '乙' })
    expect(late).toEqual({ ok: false, error: 'conflict' })
    expect((await draftNow(id)).lessonZh).toBe('甲')
  })

  it('takes a save of another part from a page opened earlier', async () => {
    const { id } = await aDraft()
    await save(author, id, '甲')
    const opened = { draftId: id, revision: 1, base: partHash(draftContent.quiz) }
    expect((await savePart(by(second), { ...opened, part: 'quiz', value: 'q' })).ok).toBe(true)
    expect(await draftNow(id)).toMatchObject({ lessonZh: '甲', quiz: 'q', revision: 3 })
  })

  it('saves once what is sent twice', async () => {
    const { id } = await aDraft()
    const opened = { draftId: id, revision: 1, base: partHash(draftContent.lessonZh) }
    const send = () => savePart(by(author, 'save-key'), { ...opened, part: 'zh', value: '甲' })
    expect(await send()).toEqual(await send())
    expect((await draftNow(id)).revision).toBe(2)
  })

  it('is locked while it waits, and open again once taken back', async () => {
    const { id } = await submitted()
    expect(await save(author, id, '改')).toEqual({ ok: false, error: 'locked' })
    expect((await withdrawDraft(by(author), id)).ok).toBe(true)
    expect((await save(author, id, '改')).ok).toBe(true)
    expect(await approveNow(reviewer, id)).toEqual({ ok: false, error: 'state' })
  })

  it('is not submitted as another revision than the one that was checked', async () => {
    const { id } = await aDraft()
    await save(second, id, '改')
    expect(await submitDraft(by(author), id, 1, '说明')).toEqual({ ok: false, error: 'conflict' })
  })
})

describe('a review', () => {
  it('is not for whoever began the draft', async () => {
    const { id } = await submitted()
    expect(await approveNow(author, id)).toEqual({ ok: false, error: 'author' })
    const review = { draftId: id, revision: 1, comment: '改' }
    expect(await requestChanges(by(author), review)).toEqual({ ok: false, error: 'author' })
    expect((await draftNow(id)).state).toBe('in-review')
  })

  it('is not for whoever saved it once, even if others wrote after them', async () => {
    const { id } = await aDraft()
    await save(second, id, '一段')
    await save(author, id, draftContent.lessonZh)
    await submitDraft(by(author), id, 3, '说明')
    expect(await approveNow(second, id)).toEqual({ ok: false, error: 'author' })
    expect((await approveNow(reviewer, id)).ok).toBe(true)
  })

  it('is not for whoever sent it in with words of their own, nor for whoever stood by it', async () => {
    const { id } = await aDraft()
    await submitDraft(by(second), id, 1, '学员会看到的说明')
    expect(await approveNow(second, id)).toEqual({ ok: false, error: 'author' })
    expect((await approveNow(reviewer, id)).ok).toBe(true)

    const other = await aDraft()
    const newer = await publishBase(other.course)
    expect((await adoptBase(by(second), other.id, 1, newer)).ok).toBe(true)
    await submitDraft(by(author), other.id, 2, '说明')
    expect(await approveNow(second, other.id)).toEqual({ ok: false, error: 'author' })
    expect((await approveNow(reviewer, other.id)).ok).toBe(true)
  })

  it('does not approve what was saved since the reviewer opened it', async () => {
    const { id, course } = await submitted()
    const opened = await draftNow(id)
    await withdrawDraft(by(author), id)
    await save(author, id, `${draftContent.lessonZh}\n又一段\n`)
    await submitDraft(by(author), id, 2, '又改')
    const conflict = { ok: false, error: 'conflict' }
    expect(await approveNow(reviewer, id, undefined, 1)).toEqual(conflict)
    const review = { draftId: id, revision: 1, comment: '改' }
    expect(await requestChanges(by(reviewer), review)).toEqual(conflict)
    // Saved while the lesson was being compiled: only the transaction can see that.
    expect(await approve(by(reviewer), review, opened, known, tools)).toEqual(conflict)
    expect(await listVersions(`${course}/01-sums`)).toHaveLength(1)
  })

  it('gives the draft back with what to change', async () => {
    const { id } = await submitted()
    await requestChanges(by(reviewer), { draftId: id, revision: 1, comment: '写清楚来源' })
    expect((await draftNow(id)).state).toBe('changes-requested')
    expect(await listDecisions(id)).toMatchObject([
      { reviewerId: reviewer.personId, decision: 'changes-requested', comment: '写清楚来源' },
    ])
    expect((await save(author, id, '改好了')).ok).toBe(true)
  })

  it('does not take back unchanged what it returned, and keeps every word said about it', async () => {
    const { id } = await submitted()
    await requestChanges(by(reviewer), { draftId: id, revision: 1, comment: '写清楚来源' })
    const again = () =>
      draftNow(id).then(({ revision }) => submitDraft(by(author), id, revision, '补了来源'))
    expect(await again()).toEqual({ ok: false, error: 'unchanged' })
    await save(author, id, (await draftNow(id)).lessonZh)
    expect(await again()).toEqual({ ok: false, error: 'unchanged' })
    await save(author, id, '改好了')
    expect((await again()).ok).toBe(true)
    await requestChanges(by(reviewer), { draftId: id, revision: 2, comment: '还差年份' })
    const said = (await listDecisions(id)).map(({ revision, comment, authorsNote }) => [
      revision,
      comment,
      authorsNote,
    ])
    expect(said).toEqual([
      [2, '还差年份', '补了来源'],
      [1, '写清楚来源', '重写了例子'],
    ])
  })

  it('publishes nothing that a file overtook', async () => {
    const { id, course } = await submitted()
    await publishBase(course)
    expect(await approveNow(reviewer, id)).toEqual({ ok: false, error: 'overtaken' })
    expect(await listVersions(`${course}/01-sums`)).toHaveLength(2)
  })
})

describe('approval', () => {
  it('publishes a new version, and learners stay on theirs', async () => {
    const { id, course, versionId } = await submitted()
    const moduleId = `${course}/01-sums`
    const { personId } = await aPerson()
    const at = Date.now()
    const row = { personId, moduleId, versionId, openedAt: at, savedAt: at, completedAt: null }
    await write((tx) => tx.insert(moduleProgress).values(row))
    const result = await approveNow(reviewer, id)
    expect(result.ok).toBe(true)
    const current = await findCurrentVersion(moduleId)
    expect(current).toMatchObject({ number: 2, content, texts: [{ title: '核对合计' }] })
    expect(await listVersions(moduleId)).toMatchObject([
      {
        number: 2,
        origin: 'studio',
        note: '重写了例子',
        authorId: author.personId,
        reviewerId: reviewer.personId,
      },
      { number: 1, origin: 'file' },
    ])
    expect(await countLearners([moduleId])).toEqual([{ moduleId, number: 1, learners: 1 }])
    expect((await draftNow(id)).state).toBe('published')
  })

  it('publishes once what is sent twice with one key', async () => {
    const { id, course } = await submitted()
    const first = await approveNow(reviewer, id, 'approve-key')
    expect(await approveNow(reviewer, id, 'approve-key')).toEqual(first)
    expect(await listVersions(`${course}/01-sums`)).toHaveLength(2)
    expect(await approveNow(reviewer, id)).toEqual({ ok: false, error: 'state' })
  })

  it('puts a new lesson at the end of its course', async () => {
    const { course } = await aCourse()
    const id = await beginLesson(by(author), { ...draftContent, course, name: 'check-the-sums' })
    expect((await draftNow(id)).moduleSlug).toBe('02-check-the-sums')
    await submitDraft(by(author), id, 1, '新课')
    expect((await approveNow(reviewer, id)).ok).toBe(true)
    const found = await findWritableCourse(author, 'lesson.write', course)
    expect(found?.content.modules).toEqual(['01-sums', '02-check-the-sums'])
  })

  it('gates what is stored again: hostile text never reaches the compiler', async () => {
    const file = new URL('../attack/mdx/cases.json', import.meta.url)
    const { cases } = JSON.parse(readFileSync(file, 'utf8')) as {
      cases: { must_reject: boolean; input: string }[]
    }
    const hostile = cases.filter(({ must_reject }) => must_reject).slice(0, 12)
    expect(hostile).toHaveLength(12)
    const { id, course } = await submitted()
    const draft = await draftNow(id)
    const review = { draftId: id, revision: draft.revision, comment: '' }
    compile.mockClear()
    for (const { input } of hostile) {
      for (const texts of [{ lessonZh: input }, { lessonEn: input }]) {
        const result = await approve(by(reviewer), review, { ...draft, ...texts }, known, tools)
        expect(result).toEqual({ ok: false, error: 'broken' })
      }
    }
    expect(compile).not.toHaveBeenCalled()
    expect(await listVersions(`${course}/01-sums`)).toHaveLength(1)
  })
})
