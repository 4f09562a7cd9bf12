import type { SkillLevel } from '#app/catalogue/domain/course.ts'

/** A course as far as choosing the next step needs it, with its modules in order. */
export type CourseState = {
  slug: string
  skills: SkillLevel[]
  modules: { id: string; minutes: number; completed: boolean; openedAt: number | null }[]
}

/** A skill that the post asks for at a higher level than the person has shown. */
export type Gap = SkillLevel & { held: number }

export type NextStep =
  /** Go on with what was begun. */
  | { kind: 'continue'; course: string; moduleId: string; minutes: number }
  /** Begin what closes a gap to one's post. */
  | { kind: 'close-gap'; course: string; moduleId: string; minutes: number; gap: Gap }
  /** Everything about it is learnt: show it in a test. */
  | { kind: 'show'; gap: Gap }
  /** No gap is known: choose freely. */
  | { kind: 'choose' }

/** What a post asks for that a person has not shown yet, the widest gap first. */
export function gapsOf(wanted: SkillLevel[], held: ReadonlyMap<string, number>): Gap[] {
  return wanted
    .map(({ skill, level }) => ({ skill, level, held: held.get(skill) ?? 0 }))
    .filter((gap) => gap.held < gap.level)
    .sort((a, b) => b.level - b.held - (a.level - a.held) || (a.skill < b.skill ? -1 : 1))
}

function firstOpen(course: CourseState) {
  return course.modules.find(({ completed }) => !completed)
}

function lastOpened(courses: CourseState[]) {
  const begun = courses.flatMap((course) =>
    course.modules
      .filter(({ completed, openedAt }) => !completed && openedAt !== null)
      .map((module) => ({ course, module })),
  )
  return begun.sort((a, b) => (b.module.openedAt ?? 0) - (a.module.openedAt ?? 0))[0]
}

/**
 * The one thing to do next: first what was begun last; then the next module of a course that
 * teaches the skill furthest below what the post asks; then a test of a skill all of whose modules
 * are completed.
 */
export function nextStep(
  courses: CourseState[],
  gaps: Gap[],
  testable: ReadonlySet<string>,
): NextStep {
  const begun = lastOpened(courses)
  if (begun) {
    const { id, minutes } = begun.module
    return { kind: 'continue', course: begun.course.slug, moduleId: id, minutes }
  }
  for (const gap of gaps) {
    const teaching = courses.filter(({ skills }) => skills.some(({ skill }) => skill === gap.skill))
    for (const course of teaching) {
      const module = firstOpen(course)
      if (!module) continue
      const { id, minutes } = module
      return { kind: 'close-gap', course: course.slug, moduleId: id, minutes, gap }
    }
    if (teaching.length > 0 && testable.has(gap.skill)) return { kind: 'show', gap }
  }
  const unfinished = courses.find(
    (course) => firstOpen(course) && course.modules.some((m) => m.completed),
  )
  const module = unfinished && firstOpen(unfinished)
  if (!unfinished || !module) return { kind: 'choose' }
  return { kind: 'continue', course: unfinished.slug, moduleId: module.id, minutes: module.minutes }
}
