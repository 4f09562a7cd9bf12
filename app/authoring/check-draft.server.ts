import { questionFaults } from '#app/assessment/domain/variant.ts'
import type { ModuleFile } from '#app/catalogue/domain/course.ts'
import { type QuizFile, quizFile } from '#app/learning/domain/quiz.ts'
import { checkLesson, type GatedLesson } from '#app/learning/gate.server.ts'
import { blockHashes } from '#app/learning/lesson-blocks.server.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { placements } from './content-references.server.ts'
import { type DraftProblem, excerptOf, inOrder } from './domain/draft-problem.ts'
import { type DraftSettings, readSettings } from './domain/draft-settings.ts'
import type { Known } from './domain/known.ts'
import { explainFault, quizWords } from './explain-yaml.server.ts'
import { settingsProblems } from './settings-problems.server.ts'
import { readYaml } from './yaml-file.server.ts'

/** The texts of a draft, as typed. */
export type DraftTexts = {
  lessonZh: string
  lessonEn: string
  quiz: string
  settings: DraftSettings
}

/** A draft's problems, and whatever of it is sound: only a gated lesson may be compiled. */
export type DraftCheck = {
  problems: DraftProblem[]
  lessons: Partial<Record<Locale, GatedLesson>>
  quiz?: QuizFile
  settings?: ModuleFile
}

const parts = { 'zh-CN': 'zh', en: 'en' } as const

/** Checks a whole draft; messages are in the language of the page. Nothing of it is run. */
export function checkDraft(texts: DraftTexts, known: Known): DraftCheck {
  const problems: DraftProblem[] = []
  const quiz = checkQuiz(texts.quiz, problems)
  const lessons: DraftCheck['lessons'] = {}
  for (const [locale, text] of [
    ['zh-CN', texts.lessonZh],
    ['en', texts.lessonEn],
  ] as const) {
    if (locale === 'en' && !text.trim()) continue
    const lesson = checkText(locale, text, problems)
    if (!lesson) continue
    lessons[locale] = lesson
    checkPlaces(locale, text, lesson, quiz, known.labs, problems)
  }
  const { value, faults } = readSettings(texts.settings)
  problems.push(...settingsProblems(texts.settings, faults, known))
  problems.push(...driftProblems(texts, lessons))
  return { problems: inOrder(problems), lessons, quiz, settings: value }
}

function problemAt(
  part: DraftProblem['part'],
  text: string,
  found: { code: string; line: number; column: number; message: string },
  severity: DraftProblem['severity'] = 'error',
): DraftProblem {
  return { part, ...found, severity, excerpt: excerptOf(text, found.line) }
}

function checkText(
  locale: Locale,
  text: string,
  problems: DraftProblem[],
): GatedLesson | undefined {
  const part = parts[locale]
  const { lesson, problems: found } = checkLesson(text, { locale: currentLocale() })
  for (const { code, line, column, message, severity } of found) {
    problems.push(problemAt(part, text, { code, line, column, message }, severity))
  }
  const needs = (code: string, message: string) =>
    problems.push(problemAt(part, text, { code, line: 1, column: 1, message }))
  if (lesson && !lesson.frontMatter.title?.trim()) needs('MISSING', m.authoring_needs_title())
  if (lesson && lesson.tree.children.length === 0) needs('MISSING', m.authoring_needs_text())
  return lesson
}

function checkQuiz(text: string, problems: DraftProblem[]): QuizFile | undefined {
  if (!text.trim()) return { quizzes: [] }
  const { value, problems: found, placeOf } = readYaml(text, quizFile, 'quiz.yaml', quizWords)
  for (const { code, line, column, message } of found) {
    problems.push(problemAt('quiz', text, { code, line, column, message }))
  }
  for (const [i, { id, questions }] of (value?.quizzes ?? []).entries()) {
    if (value?.quizzes.findIndex((other) => other.id === id) !== i) {
      const at = placeOf(['quizzes', i, 'id'])
      const message = m.authoring_quiz_repeated({ id })
      problems.push(problemAt('quiz', text, { code: 'QUESTION', ...at, message }))
    }
    for (const [j, question] of questions.entries()) {
      for (const fault of questionFaults(question)) {
        const at = placeOf(['quizzes', i, 'questions', j])
        const message = explainFault(question.id, fault)
        problems.push(problemAt('quiz', text, { code: 'QUESTION', ...at, message }))
      }
    }
  }
  return value
}

/** How many lines of the file stand before the gated source. */
export function linesBefore(text: string, { source }: GatedLesson): number {
  const count = (whole: string) => whole.split(/\r\n|\r|\n/).length
  return count(text) - count(source)
}

function checkPlaces(
  locale: Locale,
  text: string,
  lesson: GatedLesson,
  quiz: QuizFile | undefined,
  labs: string[],
  problems: DraftProblem[],
): void {
  const part = parts[locale]
  const before = linesBefore(text, lesson)
  const add = (message: string, at = { line: 1, column: 1 }, shift = 0) => {
    const place = { line: at.line + shift, column: at.column }
    problems.push(problemAt(part, text, { code: 'REFERENCE', ...place, message }))
  }
  const seen = new Set<string>()
  const known = quiz?.quizzes.map(({ id }) => id)
  for (const { id, ...at } of placements(lesson, 'Quiz')) {
    if (known && !known.includes(id)) add(m.authoring_no_quiz({ id }), at, before)
    if (seen.has(id)) add(m.authoring_quiz_twice({ id }), at, before)
    seen.add(id)
  }
  for (const id of known ?? []) if (!seen.has(id)) add(m.authoring_quiz_unplaced({ id }))
  for (const { id, ...at } of placements(lesson, 'Lab')) {
    if (!labs.includes(id)) add(m.authoring_no_lab({ id }), at, before)
  }
}

/** Says which Chinese blocks changed since the English was compared with them. */
function driftProblems(texts: DraftTexts, lessons: DraftCheck['lessons']): DraftProblem[] {
  const chinese = lessons['zh-CN']
  if (!texts.lessonEn.trim() || !chinese) return []
  const { translatedFrom } = texts.settings
  const warn = (line: number, message: string) => {
    const text = line > 0 ? texts.lessonZh : texts.lessonEn
    const part = line > 0 ? 'zh' : 'en'
    const at = { code: 'DRIFT', line: Math.max(line, 1), column: 1, message }
    return problemAt(part, text, at, 'warning')
  }
  if (!translatedFrom) return [warn(0, m.authoring_never_compared())]
  const known = new Set(translatedFrom)
  const before = linesBefore(texts.lessonZh, chinese)
  const written = chinese.tree.children.filter(({ type }) => type !== 'mdxFlowExpression')
  return blockHashes(chinese.tree, chinese.source).flatMap(({ hash }, index) => {
    const line = (written[index]?.position?.start.line ?? 1) + before
    return known.has(hash) ? [] : [warn(line, m.authoring_drifted())]
  })
}
