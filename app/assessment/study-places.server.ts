import type { Place } from '#app/assessment/domain/study.ts'
import { inLocale, type Locale } from '#app/shared/domain/text.ts'
import { listTeaching, type TeachingModule } from '#db/assessment/teaching.server.ts'
import { listCourses } from '#db/catalogue/queries.server.ts'
import { type LabSummary, summariseLabs } from '#db/labs/summaries.server.ts'

type Labs = { course: string; courseTitle: string; labs: Map<string, LabSummary> }

const levelOf = ({ manifest }: LabSummary, skill: string) =>
  manifest.skills.find((each) => each.skill === skill)?.level

function modulePlace(
  module: TeachingModule,
  skill: string,
  courses: Labs[],
  locale: Locale,
): Place {
  const labs = courses.find(({ course }) => course === module.course)?.labs
  const open = module.labs.flatMap((slug) => {
    const lab = labs?.get(slug)
    return lab && !lab.passed ? (levelOf(lab, skill) ?? []) : []
  })
  return {
    kind: 'module',
    level: module.level,
    labs: open,
    done: module.completed,
    href: `/courses/${module.course}/${module.slug}`,
    title: module.titles.get(locale) ?? module.titles.get('zh-CN') ?? module.slug,
    minutes: module.minutes,
    course: inLocale(module.courseTitle, locale),
    contains: module.labs.map((slug) => `/labs/${module.course}/${slug}`),
  }
}

function labPlaces({ course, courseTitle, labs }: Labs, skill: string, locale: Locale): Place[] {
  return [...labs].flatMap<Place>(([slug, lab]) => {
    const level = levelOf(lab, skill)
    if (level === undefined) return []
    const { title, minutes } = lab.manifest
    return {
      kind: 'lab',
      level,
      labs: [],
      done: lab.passed,
      href: `/labs/${course}/${slug}`,
      title: title[locale],
      minutes,
      course: courseTitle,
      contains: [],
    }
  })
}

/** Every published module and lab that teaches a skill, with whether the person has done it. */
export async function listPlaces(
  personId: string,
  skill: string,
  locale: Locale,
): Promise<Place[]> {
  const [modules, courses] = await Promise.all([listTeaching(skill, personId), listCourses()])
  const labs = await Promise.all(
    courses.map(async ({ slug, content }) => ({
      course: slug,
      courseTitle: content.title[locale],
      labs: await summariseLabs(personId, slug),
    })),
  )
  return [
    ...modules.map((module) => modulePlace(module, skill, labs, locale)),
    ...labs.flatMap((each) => labPlaces(each, skill, locale)),
  ]
}
