import { notFound } from '#app/accounts/guard.server.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import {
  countLearners,
  findCurrentVersion,
  findWritableCourse,
} from '#db/authoring/published.server.ts'
import { type Draft, findDraft, listDecisions } from '#db/authoring/queries.server.ts'
import type { AuthoringPermission } from '#db/authoring/scope.server.ts'
import { moduleIdOf } from '#db/catalogue/publish.server.ts'
import { isEditable, titleFor } from './domain/draft.ts'
import { namesInReach } from './names.server.ts'

/** The draft at this address, or 404: also where it is none of the reader's. */
export async function draftAt(
  reader: Reader,
  permission: AuthoringPermission,
  id: string | undefined,
): Promise<Draft> {
  const draft = id && (await findDraft(reader, permission, id))
  if (!draft || draft.state === 'discarded') throw notFound()
  return draft
}

/** What the head of every page about a draft says. */
export async function headOf(reader: Reader, permission: AuthoringPermission, draft: Draft) {
  const moduleId = moduleIdOf(draft.course, draft.moduleSlug)
  const [course, current, learners, decisions] = await Promise.all([
    findWritableCourse(reader, permission, draft.course),
    findCurrentVersion(moduleId),
    countLearners([moduleId]),
    listDecisions(draft.id),
  ])
  const names = await namesInReach(
    reader,
    permission,
    decisions.map(({ reviewerId }) => reviewerId),
  )
  const { id, state, revision, savedAt, submittedAt, note, moduleSlug } = draft
  return {
    id,
    state,
    revision,
    savedAt,
    submittedAt,
    note,
    moduleSlug,
    courseSlug: draft.course,
    isEditable: isEditable(state),
    ...titleFor(currentLocale(), draft),
    courseTitle: course ? inLocale(course.content.title, currentLocale()) : draft.course,
    published: current?.number,
    learners: learners.map(({ number, learners }) => ({ number, learners })),
    /** Another version was published since the draft was begun. */
    overtaken: state !== 'published' && (current?.id ?? null) !== draft.baseVersionId,
    timeZone: reader.timeZone,
    /** What reviewers asked to change, the latest first. */
    returns: decisions
      .filter(({ decision }) => decision === 'changes-requested')
      .map(({ reviewerId, decision: _, ...said }) => {
        return { ...said, by: names.get(reviewerId) }
      }),
  }
}
export type DraftHead = Awaited<ReturnType<typeof headOf>>
