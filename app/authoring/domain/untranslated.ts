import type { QuizFile } from '#app/learning/domain/quiz.ts'
import { type Bilingual, isUntranslated } from '#app/shared/domain/text.ts'

function isText(value: object): value is Bilingual {
  return Object.keys(value).length === 2 && 'zh-CN' in value && 'en' in value
}

function lacksEnglish(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return isText(value) ? isUntranslated(value) : Object.values(value).some(lacksEnglish)
}

/** The ids of the questions that have a text in Chinese alone. */
export function untranslatedQuestions({ quizzes }: QuizFile): string[] {
  return quizzes.flatMap(({ questions }) => questions.filter(lacksEnglish).map(({ id }) => id))
}

/** `quiz` as an author types it: English that the Chinese stands for is left out. */
export function withoutStandIns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutStandIns)
  if (typeof value !== 'object' || value === null) return value
  if (isText(value) && isUntranslated(value)) return { 'zh-CN': value['zh-CN'] }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutStandIns(inner)]),
  )
}
