import { stringify } from 'yaml'
import type { Locale } from '#app/shared/domain/text.ts'
import type { DraftContent } from '#db/authoring/commands.server.ts'
import type { VersionSource } from '#db/authoring/published.server.ts'
import { withFrontMatter } from './domain/draft-content.ts'
import { draftSettings } from './domain/draft-settings.ts'
import { withoutStandIns } from './domain/untranslated.ts'

/** A published version as the texts an author edits. */
export function contentOf({ content, quiz, texts }: VersionSource): DraftContent {
  const lesson = (locale: Locale) => {
    const text = texts.find((each) => each.locale === locale)
    return text ? withFrontMatter({ ...text, ...text.frontMatter }, text.source) : ''
  }
  return {
    settings: draftSettings(content),
    lessonZh: lesson('zh-CN'),
    lessonEn: lesson('en'),
    quiz: quiz.quizzes.length > 0 ? stringify(withoutStandIns(quiz), { lineWidth: 0 }) : '',
  }
}
