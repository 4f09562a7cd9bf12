import type { SkillLevel } from '#app/catalogue/domain/course.ts'
import { labPath } from '#app/labs/domain/address.ts'
import { inLocale, type Locale } from '#app/shared/domain/text.ts'
import { currentLocale, formatDate, formatDateTime, formatTime } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import type { LabAtVersion } from '#db/labs/queries.server.ts'
import {
  findLabDraft,
  type LabState,
  listLabAttempts,
  listLabStates,
  listLabs,
  listSkillNames,
} from '#db/labs/queries.server.ts'

export type ShownSkill = { name: string; level: number }

async function skillNamer(skills: SkillLevel[], locale: Locale) {
  const names = await listSkillNames([...new Set(skills.map(({ skill }) => skill))])
  return ({ skill, level }: SkillLevel): ShownSkill => {
    const name = names.get(skill)
    return { name: name ? inLocale(name, locale) : skill, level }
  }
}

/** How far the reader is with a lab, with days in the reader's zone. */
export type ShownState =
  | { kind: 'passed'; day: string }
  | { kind: 'tried' }
  | { kind: 'draft'; day: string }
  | { kind: 'new' }

function showState(state: LabState | undefined, timeZone: string): ShownState {
  if (state?.passedAt) return { kind: 'passed', day: formatDate(state.passedAt, timeZone) }
  if (state && state.attempts > 0) return { kind: 'tried' }
  if (state?.savedAt) return { kind: 'draft', day: formatDate(state.savedAt, timeZone) }
  return { kind: 'new' }
}

/** The list of labs by course, each with the reader's state. */
export async function presentLabs({ personId, timeZone }: Reader) {
  const locale = currentLocale()
  const [labs, states] = await Promise.all([listLabs(), listLabStates(personId)])
  const name = await skillNamer(
    labs.flatMap(({ manifest }) => manifest.skills),
    locale,
  )
  const courses = new Map(labs.map(({ course, courseTitle }) => [course, courseTitle]))
  const of = (course: string) => labs.filter((lab) => lab.course === course)
  return [...courses].map(([course, title]) => ({
    course,
    title: inLocale(title, locale),
    labs: of(course).map(({ id, manifest }) => ({
      path: labPath(id),
      title: inLocale(manifest.title, locale),
      minutes: manifest.minutes,
      skills: manifest.skills.map(name),
      state: showState(states.get(id), timeZone),
    })),
  }))
}

/** What stands over every page of a lab. */
export async function presentHead(lab: LabAtVersion) {
  const locale = currentLocale()
  const { manifest } = lab
  const name = await skillNamer(manifest.skills, locale)
  return {
    id: lab.id,
    path: labPath(lab.id),
    title: inLocale(manifest.title, locale),
    course: { path: `/courses/${lab.course}`, title: inLocale(lab.courseTitle, locale) },
    minutes: manifest.minutes,
    skills: manifest.skills.map(name),
  }
}
export type LabHead = Awaited<ReturnType<typeof presentHead>>

/** Where and when a draft was saved: the time alone for today's. */
export function savedWords(savedAt: number, timeZone: string): string {
  const today = formatDate(savedAt, timeZone) === formatDate(Date.now(), timeZone)
  const format = today ? formatTime : formatDateTime
  return m.labs_saved_on_server({ time: format(savedAt, timeZone) })
}

/** One line of the reader's history at a lab. */
export type HistoryLine = {
  id: string
  at: string
  passed: boolean
  right: number
  total: number
}

/** The task, the hints asked for so far, the saved draft and earlier submissions of the reader. */
export async function presentWork(reader: Reader, lab: LabAtVersion) {
  const { personId, timeZone } = reader
  const locale = currentLocale()
  const [draft, attempts] = await Promise.all([
    findLabDraft(personId, lab.id),
    listLabAttempts(personId, lab.id),
  ])
  const { parts, css } = lab.statement[locale]
  const hints = lab.manifest.hints.map((hint) => inLocale(hint, locale))
  const shown = draft?.hintsShown ?? 0
  return {
    statement: {
      html: parts.map((part) => (part.kind === 'html' ? part.html : '')).join('\n'),
      css,
    },
    hints: { shown: hints.slice(0, shown), total: hints.length },
    draft,
    saved: draft ? savedWords(draft.savedAt, timeZone) : m.labs_not_saved_yet(),
    passed: attempts.some((attempt) => attempt.passed),
    history: attempts.map<HistoryLine>(({ id, at, passed, report }) => {
      const { checks } = report.grade
      const right = checks.filter((check) => check.passed).length
      return { id, at: formatDateTime(at, timeZone), passed, right, total: checks.length }
    }),
  }
}
