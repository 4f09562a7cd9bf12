import { findCurrentVersion, type Nameable } from '#db/authoring/published.server.ts'
import type { Draft } from '#db/authoring/queries.server.ts'
import { moduleIdOf } from '#db/catalogue/publish.server.ts'
import type { Differences } from './domain/differences.ts'
import { contentOf } from './draft-source.server.ts'
import { settingsText } from './settings-text.server.ts'

/** The draft beside what learners read now; for a new lesson there is nothing before. */
export async function compareDraft(draft: Draft, nameable: Nameable): Promise<Differences> {
  const version = await findCurrentVersion(moduleIdOf(draft.course, draft.moduleSlug))
  const before = version && contentOf(version)
  return {
    versionId: version?.id,
    number: version?.number,
    zh: { before: before?.lessonZh ?? '', after: draft.lessonZh },
    en: { before: before?.lessonEn ?? '', after: draft.lessonEn },
    quiz: { before: before?.quiz ?? '', after: draft.quiz },
    settings: {
      before: before ? settingsText(before.settings, nameable) : '',
      after: settingsText(draft.settings, nameable),
    },
  }
}
