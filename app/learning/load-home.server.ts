import type { SkillLevel } from '#app/catalogue/domain/course.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import { listTestableSkills } from '#db/assessment/testable.server.ts'
import {
  type Course,
  listCourses,
  listModules,
  type ModuleSummary,
} from '#db/catalogue/queries.server.ts'
import { listLabStates } from '#db/labs/queries.server.ts'
import {
  listAnsweredModules,
  listEnrolments,
  listProgress,
  type Progress,
} from '#db/learning/queries.server.ts'
import { findRoleProfile, findSkills, listPersonSkills } from '#db/talent/person-skills.server.ts'
import {
  type CourseState,
  gapsOf,
  nextStep,
  thin,
  untaught,
  whyChoose,
} from './domain/next-step.ts'
import { dueWords } from './due-words.server.ts'

type Who = {
  personId: string
  roleProfile: string | null
  locale: Locale
  timeZone: string
}
type Listed = { course: Course; modules: ModuleSummary[] }

/** Where a learner is, and where more was done than opening a page: ids of modules and of labs. */
type Done = { progress: Map<string, Progress>; worked: ReadonlySet<string> }

function courseState({ course, modules }: Listed, { progress, worked }: Done): CourseState {
  return {
    slug: course.slug,
    modules: modules.map(({ id, content: { minutes, skills, labs } }) => {
      const { completedAt = null, openedAt = null } = progress.get(id) ?? {}
      const ids = [id, ...labs.map((lab) => `${course.slug}/${lab}`)]
      const studied = ids.some((one) => worked.has(one))
      return { id, minutes, skills, completed: completedAt !== null, openedAt, studied }
    }),
  }
}

/** A course the learner is in, with how many of its modules are shown and where they were last. */
function coursesUnderWay(listed: Listed[], progress: Map<string, Progress>, locale: Locale) {
  return listed.flatMap(({ course, modules }) => {
    const mine = modules.flatMap((module) => {
      const p = progress.get(module.id)
      return p ? [{ ...p, title: module.title, slug: module.slug }] : []
    })
    const last = mine.sort((a, b) => b.savedAt - a.savedAt)[0]
    if (!last) return []
    const completed = mine.filter(({ completedAt }) => completedAt).length
    const next = modules.find(({ id }) => !progress.get(id)?.completedAt)
    const revised = modules.filter(({ id, versionId }) => {
      const p = progress.get(id)
      return p && p.versionId !== versionId
    })
    const place = ({ title, slug }: ModuleSummary) => ({
      title,
      href: `/courses/${course.slug}/${slug}`,
    })
    return [
      {
        slug: course.slug,
        title: course.content.title[locale],
        completed,
        states: modules.map(({ id }) => {
          const p = progress.get(id)
          return p?.completedAt ? ('on' as const) : p ? ('now' as const) : ('off' as const)
        }),
        total: modules.length,
        last: { title: last.title, href: `/courses/${course.slug}/${last.slug}` },
        next: next && next.slug !== last.slug ? place(next) : undefined,
        /** Modules with a newer version than the one the learner is on. */
        revised: revised.map(place),
        savedAt: last.savedAt,
      },
    ]
  })
}

/** The modules with a check answered, and the labs with a draft or a submission. */
async function workedAt(personId: string): Promise<Set<string>> {
  const [answered, labs] = await Promise.all([
    listAnsweredModules(personId),
    listLabStates(personId),
  ])
  return new Set([...answered, ...labs.keys()])
}

/** Everything the start page says to one learner. */
export async function loadHome({ personId, roleProfile, locale, timeZone }: Who) {
  const [courses, progressRows, held, testable, profile, enrolments, worked] = await Promise.all([
    listCourses(),
    listProgress(personId),
    listPersonSkills(personId),
    listTestableSkills(),
    roleProfile ? findRoleProfile(roleProfile) : undefined,
    listEnrolments(personId),
    workedAt(personId),
  ])
  const listed = await Promise.all(
    courses.map(async (course) => ({ course, modules: await listModules(course, locale) })),
  )
  const required = profile?.requires ?? []
  const beyond = held.filter(({ skill }) => !required.some((wanted) => wanted.skill === skill))
  const spine = await findSkills([...required, ...beyond].map(({ skill }) => skill))
  const progress = new Map(progressRows.map((row) => [row.moduleId, row]))
  const levels = new Map(held.map(({ skill, level }) => [skill, level]))
  const states = listed.map((each) => courseState(each, { progress, worked }))
  const gaps = gapsOf(required, levels)
  const nominations = enrolments.filter(({ kind }) => kind === 'nominated')
  const step = nextStep(states, gaps, new Set(testable), nominations)
  const titleOf = (slug: string) => courses.find((c) => c.slug === slug)?.content.title[locale]
  const underWay = coursesUnderWay(listed, progress, locale)
  const skillName = (code: string) => spine.get(code)?.name[locale] ?? code
  /** In the order in which the post asks for them. */
  const namesOf = (some: SkillLevel[]) =>
    required
      .filter((one) => some.some(({ skill }) => skill === one.skill))
      .map(({ skill }) => skillName(skill))
  const module =
    'moduleId' in step
      ? listed.flatMap((l) => l.modules).find((m) => m.id === step.moduleId)
      : undefined
  return {
    post: profile?.name[locale],
    step: {
      ...step,
      title: module?.title,
      courseTitle: 'course' in step ? titleOf(step.course) : undefined,
      href: module ? `/courses/${module.course}/${module.slug}` : undefined,
      nomination:
        step.kind === 'nominated'
          ? {
              course: titleOf(step.course) ?? '',
              due: dueWords(step.dueAt, timeZone),
              late: step.dueAt !== null && step.dueAt < Date.now(),
            }
          : undefined,
      skillName: 'gap' in step ? skillName(step.gap.skill) : undefined,
      whyChoose: whyChoose(required, gaps),
    },
    underWay,
    nominated: nominations.flatMap(({ course, dueAt }) => {
      const title = titleOf(course)
      const isBegun = underWay.some(({ slug }) => slug === course)
      return title ? [{ course, title, due: dueWords(dueAt, timeZone), isBegun }] : []
    }),
    skills: required.map(({ skill, level }) => ({
      name: skillName(skill),
      wanted: level,
      held: levels.get(skill) ?? 0,
    })),
    /** Skills shown that the post does not ask for. */
    beyond: beyond.map(({ skill, level }) => ({ name: skillName(skill), level })),
    untaught: namesOf(untaught(states, gaps)),
    /** With evidence that is not enough for a level yet. */
    thin: namesOf(thin(states, gaps)),
  }
}
