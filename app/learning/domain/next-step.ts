import type { SkillLevel } from '#app/catalogue/domain/course.ts'

/** A course as far as choosing the next step needs it, with its modules in order. */
export type CourseState = {
  slug: string
  modules: {
    id: string
    minutes: number
    skills: SkillLevel[]
    completed: boolean
    openedAt: number | null
    /** Whether anything was done in it beyond opening it. */
    studied: boolean
  }[]
}
type ModuleState = CourseState['modules'][number]

/** A skill that the post asks for at a higher level than the person has shown. */
export type Gap = SkillLevel & { held: number }

export type NextStep =
  /** What the unit nominated one for; `dueAt` (UTC ms) is null without a deadline. */
  | {
      kind: 'nominated'
      course: string
      moduleId: string
      minutes: number
      dueAt: number | null
      /** Whether something was done in the course already. */
      begun: boolean
    }
  /** Go on with a course that was begun. */
  | { kind: 'continue'; course: string; moduleId: string; minutes: number }
  /** Begin what leads towards one's post; `leadsTo` is the level that the course's rest teaches up to. */
  | {
      kind: 'close-gap'
      course: string
      moduleId: string
      minutes: number
      gap: Gap
      leadsTo: number
      /** Whether the module itself does not teach the skill, and one after it does. */
      later: boolean
    }
  /** Everything about it is learnt: show it in a test. */
  | { kind: 'show'; gap: Gap }
  /** No gap is known: choose freely. */
  | { kind: 'choose' }

/** A course that somebody was nominated for. */
export type NominatedFor = { course: string; dueAt: number | null }

/** What a post asks for that a person has not shown yet, the widest gap first. */
export function gapsOf(wanted: SkillLevel[], held: ReadonlyMap<string, number>): Gap[] {
  return wanted
    .map(({ skill, level }) => ({ skill, level, held: held.get(skill) ?? 0 }))
    .filter((gap) => gap.held < gap.level)
    .sort((a, b) => b.level - b.held - (a.level - a.held) || (a.skill < b.skill ? -1 : 1))
}

/** Courses are in order: what is open is taken at the first module not completed, whatever comes after. */
function firstOpen(course: CourseState) {
  return course.modules.find(({ completed }) => !completed)
}

const worked = ({ completed, studied }: ModuleState) => completed || studied
const lookedInto = ({ openedAt }: ModuleState) => openedAt !== null

/** To go on with the course not completed that has such a module, of several with the one opened last. */
function goOn(
  courses: CourseState[],
  such: (module: ModuleState) => boolean,
): Extract<NextStep, { kind: 'continue' }> | undefined {
  const begun = courses.flatMap((course) => {
    const module = firstOpen(course)
    const opened = course.modules.filter(such).map(({ openedAt }) => openedAt ?? 0)
    return module && opened.length > 0 ? [{ course, module, at: Math.max(...opened) }] : []
  })
  const [last] = begun.sort((a, b) => b.at - a.at)
  if (!last) return
  const { course, module } = last
  return { kind: 'continue', course: course.slug, moduleId: module.id, minutes: module.minutes }
}

/** The nominated course not completed that is due first. */
function nominated(courses: CourseState[], nominations: NominatedFor[]): NextStep | undefined {
  const inOrder = [...nominations].sort(
    (a, b) => (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY),
  )
  for (const { course: slug, dueAt } of inOrder) {
    const course = courses.find((each) => each.slug === slug)
    const module = course && firstOpen(course)
    if (!course || !module) continue
    const { id: moduleId, minutes } = module
    const begun = course.modules.some(worked)
    return { kind: 'nominated', course: slug, moduleId, minutes, dueAt, begun }
  }
}

/** The level of `skill` that a module teaches; 0 is none. */
function taughtBy({ skills }: ModuleState, skill: string): number {
  return skills.find((each) => each.skill === skill)?.level ?? 0
}

function teaching(courses: CourseState[], skill: string): ModuleState[] {
  return courses.flatMap(({ modules }) => modules.filter((module) => taughtBy(module, skill) > 0))
}

/** What a gap is closed with: courses with modules not completed that teach its skill, above the level held. */
function closing(courses: CourseState[], gap: Gap): (NextStep & { kind: 'close-gap' })[] {
  return courses.flatMap((course) => {
    const open = teaching([course], gap.skill).filter(({ completed }) => !completed)
    const leadsTo = Math.max(0, ...open.map((module) => taughtBy(module, gap.skill)))
    const module = firstOpen(course)
    if (!module || leadsTo <= gap.held) return []
    const { id: moduleId, minutes } = module
    const later = !open.includes(module)
    return [{ kind: 'close-gap', course: course.slug, moduleId, minutes, gap, leadsTo, later }]
  })
}

/** A gap whose modules are all completed, and which a test can show. */
function toShow(courses: CourseState[], gaps: Gap[], testable: ReadonlySet<string>) {
  return gaps.find(({ skill }) => {
    const modules = teaching(courses, skill)
    return testable.has(skill) && modules.length > 0 && modules.every(({ completed }) => completed)
  })
}

/**
 * The one thing to do next: first what the unit nominated one for; then the course worked at last; then a
 * course that teaches what the post asks, for the skill furthest below it and all the way; then a test of
 * a skill all of whose modules are completed; then a course that leads part of the way; then what was
 * looked into, since opening a lesson decides nothing. Within a course it is always the first module not
 * completed, which the list of courses under way names too.
 */
export function nextStep(
  courses: CourseState[],
  gaps: Gap[],
  testable: ReadonlySet<string>,
  nominations: NominatedFor[] = [],
): NextStep {
  const sent = nominated(courses, nominations)
  if (sent) return sent
  const begun = goOn(courses, worked)
  if (begun) return begun
  const steps = gaps.flatMap((gap) => closing(courses, gap))
  const whole = steps.find(({ gap, leadsTo }) => leadsTo >= gap.level)
  if (whole) return whole
  const gap = toShow(courses, gaps, testable)
  if (gap) return { kind: 'show', gap }
  const [part] = [...steps].sort((a, b) => b.leadsTo - b.gap.held - (a.leadsTo - a.gap.held))
  if (part) return part
  return goOn(courses, lookedInto) ?? { kind: 'choose' }
}

/** The gaps that no course teaches at all, in the order of `gaps`. */
export function untaught(courses: CourseState[], gaps: Gap[]): Gap[] {
  return gaps.filter(({ skill }) => teaching(courses, skill).length === 0)
}

/** The gaps with evidence, since a module was completed, that is not enough for any level. */
export function thin(courses: CourseState[], gaps: Gap[]): Gap[] {
  return gaps.filter(
    ({ skill, held }) => held === 0 && teaching(courses, skill).some(({ completed }) => completed),
  )
}

/** Why nothing is named as the next step. */
export type WhyChoose = 'no-post' | 'post-met' | 'nothing-teaches'

export function whyChoose(required: SkillLevel[], gaps: Gap[]): WhyChoose {
  if (required.length === 0) return 'no-post'
  return gaps.length === 0 ? 'post-met' : 'nothing-teaches'
}
