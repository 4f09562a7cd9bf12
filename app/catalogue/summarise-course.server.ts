import type { Locale } from '#app/shared/domain/text.ts'
import { type Course, listModules } from '#db/catalogue/queries.server.ts'
import { listProgress } from '#db/learning/queries.server.ts'
import { findSkills } from '#db/talent/person-skills.server.ts'

/** A course as the catalogue shows it to one reader: what it is, how large, how far they are. */
export async function summariseCourse(course: Course, personId: string, locale: Locale) {
  const [modules, progress, skills] = await Promise.all([
    listModules(course, locale),
    listProgress(personId),
    findSkills(course.content.skills.map(({ skill }) => skill)),
  ])
  const state = new Map(
    progress.map((p) => [p.moduleId, p.completedAt ? 'done' : 'begun'] as const),
  )
  const begunOn = new Map(progress.map((p) => [p.moduleId, p.versionId]))
  const { slug, content } = course
  return {
    slug,
    title: content.title[locale],
    summary: content.summary[locale],
    audience: content.audience[locale],
    skills: content.skills.map(({ skill, level }) => ({
      skill,
      level,
      name: skills.get(skill)?.name[locale] ?? skill,
    })),
    modules: modules.map(
      ({ id, slug: module, versionId, title, summary, locale: written, content: about }) => ({
        href: `/courses/${slug}/${module}`,
        title,
        summary,
        written,
        minutes: about.minutes,
        hours: about.creditHours,
        labs: about.labs.length,
        state: state.get(id) ?? ('new' as const),
        /** There is a newer version than the one the reader is on. */
        revised: (begunOn.get(id) ?? versionId) !== versionId,
      }),
    ),
    minutes: modules.reduce((sum, module) => sum + module.content.minutes, 0),
    hours: modules.reduce((sum, module) => sum + module.content.creditHours, 0),
    done: modules.filter(({ id }) => state.get(id) === 'done').length,
  }
}
