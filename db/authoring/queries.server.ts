import type { Actor } from '#app/accounts/domain/policy.ts'
import { type DraftState, openStates } from '#app/authoring/domain/draft.ts'
import type { DraftSettings } from '#app/authoring/domain/draft-settings.ts'
import { courses } from '#db/catalogue/tables.server.ts'
import { read } from '#db/client.server.ts'
import { and, asc, desc, eq, inArray, sql } from '#db/dialect/index.ts'
import { organisations } from '#db/organisation/tables.server.ts'
import { type AuthoringPermission, courseInReach } from './scope.server.ts'
import { draftAuthors, drafts, reviewDecisions } from './tables.server.ts'

/** A draft with all of its texts. Times are UTC ms. */
export type Draft = {
  id: string
  course: string
  moduleSlug: string
  baseVersionId: string | null
  state: DraftState
  settings: DraftSettings
  lessonZh: string
  lessonEn: string
  quiz: string
  note: string
  revision: number
  ownerId: string
  createdAt: number
  savedAt: number
  submittedAt: number | null
}

const { id, course, moduleSlug, baseVersionId, state, revision, ownerId } = drafts
const { note, createdAt, savedAt, submittedAt } = drafts
const about = { id, course, moduleSlug, baseVersionId, state, revision, ownerId }
const whole = {
  ...about,
  note,
  createdAt,
  savedAt,
  submittedAt,
  settings: drafts.settings,
  lessonZh: drafts.lessonZh,
  lessonEn: drafts.lessonEn,
  quiz: drafts.quiz,
}

/** A draft of a course that the actor may act on; undefined as well where it is none of theirs. */
export async function findDraft(
  actor: Actor,
  permission: AuthoringPermission,
  draftId: string,
): Promise<Draft | undefined> {
  const [draft] = await read()
    .select(whole)
    .from(drafts)
    .innerJoin(courses, eq(courses.slug, drafts.course))
    .leftJoin(organisations, eq(organisations.id, courses.ownerId))
    .where(and(eq(drafts.id, draftId), courseInReach(actor, permission)))
  return draft
}

/** The draft as it is now, for one that was found for its reader a moment ago. */
export async function findDraftAgain(draftId: string): Promise<Draft | undefined> {
  const [draft] = await read().select(whole).from(drafts).where(eq(drafts.id, draftId))
  return draft
}

/** A draft in a list; of its texts only the beginnings, where the titles are. */
export type DraftSummary = Pick<
  Draft,
  | 'id'
  | 'course'
  | 'moduleSlug'
  | 'baseVersionId'
  | 'state'
  | 'revision'
  | 'ownerId'
  | 'note'
  | 'savedAt'
  | 'submittedAt'
> &
  Pick<Draft, 'lessonZh' | 'lessonEn'>

/** Open drafts of the courses that the actor may act on, the one waiting longest first. */
export function listOpenDrafts(
  actor: Actor,
  permission: AuthoringPermission,
): Promise<DraftSummary[]> {
  return read()
    .select({
      ...about,
      note,
      savedAt,
      submittedAt,
      lessonZh: sql<string>`substr(${drafts.lessonZh}, 1, 600)`,
      lessonEn: sql<string>`substr(${drafts.lessonEn}, 1, 600)`,
    })
    .from(drafts)
    .innerJoin(courses, eq(courses.slug, drafts.course))
    .leftJoin(organisations, eq(organisations.id, courses.ownerId))
    .where(and(inArray(drafts.state, openStates), courseInReach(actor, permission)))
    .orderBy(asc(drafts.savedAt), asc(drafts.id))
}

/** The drafts among `draftIds` that the person saved at least once. */
export async function listOwnDraftIds(personId: string, draftIds: string[]): Promise<Set<string>> {
  if (draftIds.length === 0) return new Set()
  const rows = await read()
    .select({ draftId: draftAuthors.draftId })
    .from(draftAuthors)
    .where(and(eq(draftAuthors.personId, personId), inArray(draftAuthors.draftId, draftIds)))
  return new Set(rows.map(({ draftId }) => draftId))
}

/** Everyone who ever saved the draft. */
export async function listDraftAuthors(draftId: string): Promise<string[]> {
  const rows = await read()
    .select({ personId: draftAuthors.personId })
    .from(draftAuthors)
    .where(eq(draftAuthors.draftId, draftId))
  return rows.map(({ personId }) => personId)
}

export type Decision = {
  id: string
  reviewerId: string
  decision: 'approved' | 'changes-requested'
  comment: string
  authorsNote: string
  revision: number
  at: number
}

/** What reviewers decided about a draft, the latest first. */
export function listDecisions(draftId: string): Promise<Decision[]> {
  return read()
    .select({
      id: reviewDecisions.id,
      reviewerId: reviewDecisions.reviewerId,
      decision: reviewDecisions.decision,
      comment: reviewDecisions.comment,
      authorsNote: reviewDecisions.authorsNote,
      revision: reviewDecisions.revision,
      at: reviewDecisions.at,
    })
    .from(reviewDecisions)
    .where(eq(reviewDecisions.draftId, draftId))
    .orderBy(desc(reviewDecisions.at), desc(reviewDecisions.id))
}
