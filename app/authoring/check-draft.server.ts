import type { ModuleFile } from '#app/catalogue/domain/course.ts'
import type { QuizFile } from '#app/learning/domain/quiz.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { type DraftProblem, excerptOf, inOrder } from './domain/draft-problem.ts'
import { type DraftSettings, readSettings } from './domain/draft-settings.ts'
import type { Known } from './domain/known.ts'
import { sampleLines } from './domain/lesson-template.ts'
import type { PartReader, Place, ReadLesson, TextProblem } from './domain/reading.ts'
import { untranslatedQuestions } from './domain/untranslated.ts'
import { settingsProblems } from './settings-problems.server.ts'

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
  lessons: Partial<Record<Locale, ReadLesson>>
  quiz?: QuizFile
  settings?: ModuleFile
}

type TextPart = 'zh' | 'en' | 'quiz'

/** Gathers the problems of one text. */
class TextProblems {
  constructor(
    private readonly part: TextPart,
    private readonly text: string,
    private readonly all: DraftProblem[],
  ) {}

  add({ code, line, column, message, severity, isPicture }: TextProblem): void {
    const excerpt = excerptOf(this.text, line)
    const place = { part: this.part, line, column, excerpt }
    this.all.push({ ...place, code, message, severity, ...(isPicture && { isPicture }) })
  }

  refuse(code: string, message: string, { line, column }: Place = { line: 1, column: 1 }): void {
    this.add({ code, line, column, message, severity: 'error' })
  }
}

/** Checks a whole draft; messages are in the language of the page. Nothing of it is run. */
export async function checkDraft(
  texts: DraftTexts,
  known: Known,
  read: PartReader,
): Promise<DraftCheck> {
  const { lessonZh, lessonEn, quiz: quizText } = texts
  const problems: DraftProblem[] = []
  const [zh, en, checks] = await Promise.all([
    read.lesson(lessonZh),
    lessonEn.trim() ? read.lesson(lessonEn) : undefined,
    quizText.trim() ? read.quiz(quizText) : { problems: [], quiz: { quizzes: [] } },
  ])
  const { quiz } = checks
  for (const problem of checks.problems) new TextProblems('quiz', quizText, problems).add(problem)
  const lessons: DraftCheck['lessons'] = {}
  for (const [locale, part, text, reading] of [
    ['zh-CN', 'zh', lessonZh, zh],
    ['en', 'en', lessonEn, en],
  ] as const) {
    if (!reading) continue
    const found = new TextProblems(part, text, problems)
    for (const problem of reading.problems) {
      // In a draft a picture without words is refused below; the gate alone only advises.
      if (problem.detail !== 'alt' || !reading.lesson) found.add(aboutUpload(problem))
    }
    if (!reading.lesson) continue
    lessons[locale] = reading.lesson
    checkWhole(reading.lesson, found)
    checkPlaces(reading.lesson, quiz, known, found)
  }
  const { value, faults } = readSettings(texts.settings)
  problems.push(...settingsProblems(texts.settings, faults, known, en !== undefined))
  if (en && quiz) adviseOnQuiz(quiz, quizText, problems)
  refuseSample(texts, problems)
  addDrift(texts, lessons['zh-CN'], problems)
  return { problems: inOrder(problems), lessons, quiz, settings: value }
}

/** The gate speaks to who writes files: an author uploads a picture instead. */
function aboutUpload(problem: TextProblem): TextProblem {
  const { code, detail } = problem
  if (code !== 'URL' || (detail !== 'picture' && detail !== 'picture-parent')) return problem
  return { ...problem, message: m.authoring_picture_elsewhere(), isPicture: true }
}

function checkWhole({ frontMatter, blocks }: ReadLesson, found: TextProblems): void {
  if (!frontMatter.title?.trim()) found.refuse('MISSING', m.authoring_needs_title())
  if (blocks.length === 0) found.refuse('MISSING', m.authoring_needs_text())
}

function checkPlaces(
  lesson: ReadLesson,
  quiz: QuizFile | undefined,
  known: Known,
  found: TextProblems,
): void {
  const refuse = (message: string, at?: Place) => found.refuse('REFERENCE', message, at)
  const seen = new Set<string>()
  const ids = quiz?.quizzes.map(({ id }) => id)
  for (const { id, ...at } of lesson.quizzes) {
    if (ids && !ids.includes(id)) refuse(m.authoring_no_quiz({ id }), at)
    if (seen.has(id)) refuse(m.authoring_quiz_twice({ id }), at)
    seen.add(id)
  }
  for (const id of ids ?? []) if (!seen.has(id)) refuse(m.authoring_quiz_unplaced({ id }))
  for (const { id, ...at } of lesson.labs) {
    if (!known.labs.includes(id)) refuse(m.authoring_no_lab({ id }), at)
  }
  for (const { address, described, ...at } of lesson.pictures) {
    if (!known.pictures.includes(address)) {
      const message = m.authoring_no_picture({ address: excerptOf(address, 1) })
      found.add({ ...at, code: 'PICTURE', message, severity: 'error', isPicture: true })
    }
    if (!described) found.refuse('PICTURE', m.authoring_picture_needs_words(), at)
  }
}

function adviseOnQuiz(quiz: QuizFile, text: string, problems: DraftProblem[]): void {
  const found = new TextProblems('quiz', text, problems)
  for (const id of untranslatedQuestions(quiz)) {
    const place = { line: lineOf(text, `id: ${id}`), column: 1 }
    const message = m.authoring_question_no_english({ id })
    found.add({ ...place, code: 'DRIFT', message, severity: 'warning' })
  }
}

/** The first line of `text` that holds `words`, or the first of all. */
function lineOf(text: string, words: string): number {
  return (
    Math.max(
      0,
      text.split('\n').findIndex((line) => line.includes(words)),
    ) + 1
  )
}

/** Says where sentences of the sample that a new lesson begins with still stand: no learner is to read them. */
function refuseSample(texts: DraftTexts, problems: DraftProblem[]): void {
  const parts = { zh: texts.lessonZh, en: texts.lessonEn, quiz: texts.quiz }
  for (const part of ['zh', 'en', 'quiz'] as const) {
    const [first, ...others] = sampleLines(parts[part])
    if (first === undefined) continue
    const message = m.authoring_sample_left({ count: String(others.length + 1) })
    new TextProblems(part, parts[part], problems).refuse('SAMPLE', message, {
      line: first,
      column: 1,
    })
  }
}

/** Says which Chinese blocks changed since the English was compared with them. */
function addDrift(
  { lessonZh, lessonEn, settings }: DraftTexts,
  chinese: ReadLesson | undefined,
  problems: DraftProblem[],
): void {
  if (!lessonEn.trim() || !chinese) return
  const drift = { code: 'DRIFT', column: 1, severity: 'warning' } as const
  if (!settings.translatedFrom) {
    const message = m.authoring_never_compared()
    new TextProblems('en', lessonEn, problems).add({ ...drift, line: 1, message })
    return
  }
  const compared = new Set(settings.translatedFrom)
  const found = new TextProblems('zh', lessonZh, problems)
  for (const { hash, line } of chinese.blocks) {
    if (!compared.has(hash)) found.add({ ...drift, line, message: m.authoring_drifted() })
  }
}
