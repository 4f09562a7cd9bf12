import type { CompileError } from '#app/learning/compile-lesson.server.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type { Nameable } from '#db/authoring/published.server.ts'
import { checkDraft, type DraftCheck, type DraftTexts } from './check-draft.server.ts'
import type { DraftPart } from './domain/draft.ts'
import { type DraftProblem, inOrder } from './domain/draft-problem.ts'
import type { Known } from './domain/known.ts'
import type { LessonPreview, PartView, PreviewPart } from './domain/part-view.ts'
import { pictureAddress } from './domain/picture/read-picture.ts'
import { previewLesson } from './preview-lesson.server.ts'
import { readerFor } from './read-apart.server.ts'

/** The codes and slugs that a check compares with. */
export function knownOf({ skills, labs, pictures }: Nameable): Known {
  return {
    skills: skills.map(({ code }) => code),
    labs: labs.map(({ slug }) => slug),
    pictures: pictures.map(({ course, name }) => pictureAddress(course, name)),
  }
}

/** Why there is no preview, by what the compiler gave up for. */
const whyNot = {
  refused: { code: 'COMPILE', message: m.authoring_compile },
  timeout: { code: 'COMPILE', message: m.authoring_compile_slow },
  cpu: { code: 'COMPILE', message: m.authoring_compile_slow },
  ended: { code: 'COMPILE', message: m.authoring_compile_slow },
  busy: { code: 'BUSY', message: m.authoring_check_busy },
} satisfies Record<CompileError['reason'], { code: string; message: () => string }>

type Shown = { lesson?: LessonPreview; problem?: DraftProblem }

/** One language of a checked draft, compiled; nothing where the gate refused it or there is no text. */
export async function showLesson(
  check: DraftCheck,
  nameable: Nameable,
  locale: Locale,
  owner: string,
): Promise<Shown> {
  const lesson = check.lessons[locale]
  if (!lesson) return {}
  const compiled = await previewLesson(lesson, locale, owner)
  if (!compiled.ok) {
    const part = locale === 'en' ? 'en' : 'zh'
    const at = { line: 1, column: 1, excerpt: '' }
    const { code, message } = whyNot[compiled.error]
    return { problem: { part, code, ...at, message: message(), severity: 'error' } }
  }
  const parts = compiled.value.parts.map<PreviewPart>((part) => {
    if (part.kind === 'html') return part
    if (part.kind === 'quiz') {
      const quiz = check.quiz?.quizzes.find(({ id }) => id === part.id)
      return { ...part, questions: quiz?.questions.length }
    }
    const lab = nameable.labs.find(({ slug }) => slug === part.id)
    return { ...part, title: lab?.title, minutes: lab?.minutes }
  })
  const { title = '', summary = '' } = lesson.frontMatter
  return { lesson: { locale, title, summary, parts, css: compiled.value.css } }
}

/** What stands beside one part's source, for the person `reader`. */
export async function viewPart(
  texts: DraftTexts,
  nameable: Nameable,
  part: DraftPart,
  reader: string,
): Promise<PartView> {
  const check = await checkDraft(texts, knownOf(nameable), readerFor(reader))
  const { problems, quiz } = check
  if (part === 'quiz') return { problems, quiz }
  if (part === 'settings') return { problems }
  const { lesson, problem } = await showLesson(
    check,
    nameable,
    part === 'en' ? 'en' : 'zh-CN',
    reader,
  )
  return { problems: problem ? inOrder([...problems, problem]) : problems, lesson }
}
