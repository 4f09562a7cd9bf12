import type { Locale } from '#app/shared/domain/text.ts'
import { moduleIdOf } from '#db/catalogue/publish.server.ts'
import {
  findCourse,
  findCurrentVersionId,
  findModuleText,
  findModuleVersion,
  listModules,
  type ModuleVersion,
} from '#db/catalogue/queries.server.ts'
import { summariseLabs } from '#db/labs/summaries.server.ts'
import { openModule } from '#db/learning/commands.server.ts'
import { listCheckAnswers, listProgress } from '#db/learning/queries.server.ts'
import { completionSteps, questionKey } from './domain/completion.ts'
import { presentLesson } from './present-lesson.server.ts'

type Where = {
  personId: string
  course: string
  module: string
  locale: Locale
  /** The question (`questionKey`) to ask once more. */
  again: string | null
}

/** What is new for a learner who is on an older version: its number, date and the author's note. */
async function findNewer(version: ModuleVersion) {
  const currentId = await findCurrentVersionId(version.moduleId)
  if (!currentId || currentId === version.id) return
  const current = await findModuleVersion(currentId)
  return current && { note: current.note, publishedAt: current.publishedAt }
}

/** Everything a lesson page shows to one learner; undefined when there is no such lesson. */
export async function loadLesson({ personId, course: slug, module, locale, again }: Where) {
  const course = await findCourse(slug)
  if (!course?.content.modules.includes(module)) return
  const progress = await openModule(personId, moduleIdOf(slug, module))
  const version = progress && (await findModuleVersion(progress.versionId))
  const text = version && (await findModuleText(version.id, locale))
  if (!progress || !version || !text) return
  const [modules, everything, answers, labs, newer] = await Promise.all([
    listModules(course, locale),
    listProgress(personId),
    listCheckAnswers(personId, version.moduleId),
    summariseLabs(personId, slug),
    findNewer(version),
  ])
  const right = answers.filter(({ correct }) => correct)
  const passed = [...labs].filter(([, lab]) => lab.passed).map(([id]) => id)
  const steps = completionSteps(version.content, version.quiz, {
    questions: new Set(right.map((answer) => questionKey(answer.quizId, answer.questionId))),
    labs: new Set(passed),
  })
  const completed = new Set(everything.filter((p) => p.completedAt).map((p) => p.moduleId))
  const place = modules.findIndex((each) => each.slug === module)
  const neighbour = (at: number) => {
    const other = modules[at]
    return other && { href: `/courses/${slug}/${other.slug}`, title: other.title }
  }
  const { title, summary, compiled } = text
  return {
    course: { slug, title: course.content.title[locale] },
    lesson: { title, summary, locale: text.locale, css: compiled.css },
    parts: presentLesson({ personId, version, locale, answers, again }, text, labs),
    version: { number: version.number, publishedAt: version.publishedAt },
    about: version.content,
    newer,
    steps,
    savedAt: progress.savedAt,
    completedAt: progress.completedAt,
    modules: modules.map(({ id, slug: each, title }) => ({
      href: `/courses/${slug}/${each}`,
      title,
      here: each === module,
      done: completed.has(id),
    })),
    place: place + 1,
    previous: neighbour(place - 1),
    next: neighbour(place + 1),
  }
}
