import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/accounts/domain/policy.ts'
import type { DraftState } from '#app/authoring/domain/draft.ts'
import { draftAuthors, drafts } from '#db/authoring/tables.server.ts'
import { type Tx, write } from '#db/client.server.ts'
import { aCourse, draftContent, publishBase } from '#tests/courses.ts'

/** A course that a unit owns, and drafts of it: the product's own courses are open to every author. */
export type LessonThings = {
  course: string
  /** A published module of it. */
  module: string
  /** One that is being written, one that a reviewer has, one whose module was published anew. */
  draftId: string
  submittedId: string
  overtakenId: string
  /** The version that overtook it. */
  versionId: string
}

/** Names with no course and no draft behind them. */
export function noLessonThings(): LessonThings {
  const [draftId, submittedId, overtakenId] = [randomUUID(), randomUUID(), randomUUID()]
  const names = { course: 'no-such-course', module: '01-sums', versionId: randomUUID() }
  return { ...names, draftId, submittedId, overtakenId }
}

async function addDraft(
  tx: Tx,
  ownerId: string,
  draft: { id: string; course: string; moduleSlug: string; baseVersionId?: string },
  state: DraftState = 'writing',
) {
  const at = Date.now()
  const times = { createdAt: at, savedAt: at, submittedAt: state === 'in-review' ? at : null }
  const about = { ...draft, state, note: '示例', revision: 1, ownerId, ...times }
  await tx.insert(drafts).values({ ...draftContent, ...about })
  await tx.insert(draftAuthors).values({ draftId: draft.id, personId: ownerId })
}

/** Makes them for somebody's unit, written by them. */
export async function makeLessonThings({ personId, unitId }: Actor): Promise<LessonThings> {
  const { course } = await aCourse(unitId)
  const versionId = await publishBase(course, '02-more')
  const things = { ...noLessonThings(), course, versionId }
  await write(async (tx) => {
    await addDraft(tx, personId, { id: things.draftId, course, moduleSlug: '03-begun' })
    const submitted = { id: things.submittedId, course, moduleSlug: '04-submitted' }
    await addDraft(tx, personId, submitted, 'in-review')
    const overtaken = { id: things.overtakenId, course, moduleSlug: '02-more' }
    await addDraft(tx, personId, { ...overtaken, baseVersionId: 'earlier' })
  })
  return things
}
