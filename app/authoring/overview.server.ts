import { type Bilingual, inLocale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import {
  countLearners,
  listPublishedModules,
  listWritableCourses,
} from '#db/authoring/published.server.ts'
import { type DraftSummary, listOpenDrafts, listOwnDraftIds } from '#db/authoring/queries.server.ts'
import { moduleIdOf } from '#db/catalogue/publish.server.ts'
import { titleFor } from './domain/draft.ts'

function shownDraft({ id, state, savedAt, submittedAt, note, ...draft }: DraftSummary) {
  const named = titleFor(currentLocale(), draft)
  return { id, state, savedAt, submittedAt, note, ...named, course: draft.course }
}

/** The reader's courses with their modules, and the drafts that are open in them. */
export async function overviewFor(reader: Reader) {
  const locale = currentLocale()
  const say = (text: Bilingual) => inLocale(text, locale)
  const [courses, drafts] = await Promise.all([
    listWritableCourses(reader, 'lesson.write'),
    listOpenDrafts(reader, 'lesson.write'),
  ])
  const published = await listPublishedModules(courses.map(({ slug }) => slug))
  const learners = await countLearners([...new Set(published.map(({ id }) => id))])
  const own = await listOwnDraftIds(
    reader.personId,
    drafts.map(({ id }) => id),
  )
  const moduleOf = (course: string, slug: string) => {
    const id = moduleIdOf(course, slug)
    const texts = published.filter((row) => row.id === id)
    const text = texts.find((row) => row.locale === locale) ?? texts[0]
    const draft = drafts.find((row) => row.course === course && row.moduleSlug === slug)
    const { number, title = slug, locale: language } = text ?? {}
    const versions = learners.filter(({ moduleId }) => moduleId === id)
    return {
      slug,
      number,
      title,
      language,
      inChineseOnly: texts.length > 0 && texts.every((row) => row.locale === 'zh-CN'),
      learners: versions.map(({ number, learners }) => ({ number, learners })),
      draft: draft && shownDraft(draft),
    }
  }
  return {
    own: drafts.filter(({ id }) => own.has(id)).map(shownDraft),
    courses: courses.map(({ slug, content }) => {
      const fresh = drafts.filter((row) => row.course === slug && !row.baseVersionId)
      return {
        slug,
        title: say(content.title),
        modules: content.modules.map((module) => moduleOf(slug, module)),
        fresh: fresh.map(shownDraft),
      }
    }),
    timeZone: reader.timeZone,
  }
}
