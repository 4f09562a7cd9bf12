import type { Reader } from '#db/accounts/sessions.server.ts'
import { listNameable } from '#db/authoring/published.server.ts'
import { type Draft, listDraftAuthors } from '#db/authoring/queries.server.ts'
import { moduleIdOf } from '#db/catalogue/publish.server.ts'
import { checkDraft } from './check-draft.server.ts'
import { compareDraft } from './compare-draft.server.ts'
import { headOf } from './draft-facts.server.ts'
import { namesInReach } from './names.server.ts'
import { readerFor } from './read-apart.server.ts'
import { versionHistory } from './version-history.server.ts'
import { knownOf, showLesson } from './view-draft.server.ts'

/** All that a reviewer reads before deciding. */
export async function reviewFacts(reader: Reader, draft: Draft) {
  const nameable = await listNameable(draft.course)
  const { personId } = reader
  const check = await checkDraft(draft, knownOf(nameable), readerFor(personId))
  const moduleId = moduleIdOf(draft.course, draft.moduleSlug)
  const [head, zh, en, differences, authors, versions] = await Promise.all([
    headOf(reader, 'lesson.review', draft),
    showLesson(check, nameable, 'zh-CN', personId),
    showLesson(check, nameable, 'en', personId),
    compareDraft(draft, nameable),
    listDraftAuthors(draft.id),
    versionHistory(reader, 'lesson.review', moduleId),
  ])
  const names = await namesInReach(reader, 'lesson.review', authors)
  const found = [zh.problem, en.problem].filter((problem) => problem !== undefined)
  return {
    head,
    lessons: { zh: zh.lesson, en: en.lesson },
    quiz: check.quiz,
    problems: [...found, ...check.problems],
    differences,
    authors: authors.map((id) => names.get(id)),
    /** Whoever ever saved a draft does not decide about it. */
    isAuthor: authors.includes(personId),
    versions,
  }
}
