import { chooseRaise, type Opening } from '#app/assessment/domain/next-evidence.ts'
import { inLocale, type Locale } from '#app/shared/domain/text.ts'
import { listTeaching, type TeachingModule } from '#db/assessment/teaching.server.ts'
import { listCourses } from '#db/catalogue/queries.server.ts'
import { type LabSummary, summariseLabs } from '#db/labs/summaries.server.ts'
import { listEvidence } from '#db/talent/person-skills.server.ts'

/** A module or lab to go to, in the reader's language where it is written in it. */
type Place = Opening & { href: string; title: string; minutes: number; course: string }

type Labs = { course: string; courseTitle: string; labs: Map<string, LabSummary> }

const levelOf = ({ manifest }: LabSummary, skill: string) =>
  manifest.skills.find((each) => each.skill === skill)?.level

function openModule(module: TeachingModule, skill: string, courses: Labs[], locale: Locale): Place {
  const labs = courses.find(({ course }) => course === module.course)?.labs
  const open = module.labs.flatMap((slug) => {
    const lab = labs?.get(slug)
    return lab && !lab.passed ? (levelOf(lab, skill) ?? []) : []
  })
  return {
    kind: 'module',
    level: module.level,
    labs: open,
    href: `/courses/${module.course}/${module.slug}`,
    title: module.titles.get(locale) ?? module.titles.get('zh-CN') ?? module.slug,
    minutes: module.minutes,
    course: inLocale(module.courseTitle, locale),
  }
}

function openLabs({ course, courseTitle, labs }: Labs, skill: string, locale: Locale): Place[] {
  return [...labs].flatMap<Place>(([slug, lab]) => {
    const level = levelOf(lab, skill)
    if (level === undefined || lab.passed) return []
    const { title, minutes } = lab.manifest
    const href = `/labs/${course}/${slug}`
    return {
      kind: 'lab',
      level,
      labs: [],
      href,
      title: title[locale],
      minutes,
      course: courseTitle,
    }
  })
}

async function recordOf(personId: string, skill: string, offensive: boolean) {
  const rows = (await listEvidence(personId)).filter((row) => row.skill === skill)
  return {
    skill,
    offensive,
    evidence: rows
      .filter(({ revokesId }) => revokesId === null)
      .map((row) => ({ ...row, expiresAt: row.expiresAt ?? undefined })),
    revocations: rows.flatMap(({ revokesId, at }) =>
      revokesId === null ? [] : [{ revokes: revokesId, at }],
    ),
    asOf: Date.now(),
  }
}

type Tested = { skill: string; offensive: boolean; attained: number }

/**
 * The module or lab that raises what the record says of a skill, with what it would say then; or
 * none, and whether any that teaches the skill is published at all.
 */
export async function findNextEvidence(
  personId: string,
  { skill, offensive, attained }: Tested,
  locale: Locale,
) {
  const [modules, courses] = await Promise.all([listTeaching(skill, personId), listCourses()])
  const labs = await Promise.all(
    courses.map(async ({ slug, content }) => ({
      course: slug,
      courseTitle: content.title[locale],
      labs: await summariseLabs(personId, slug),
    })),
  )
  const places = [
    ...modules
      .filter(({ completed }) => !completed)
      .map((module) => openModule(module, skill, labs, locale)),
    ...labs.flatMap((each) => openLabs(each, skill, locale)),
  ]
  const raise = chooseRaise(places, await recordOf(personId, skill, offensive), attained)
  const teaches = labs.some((each) =>
    [...each.labs.values()].some((lab) => levelOf(lab, skill) !== undefined),
  )
  if (!raise) return { raise: null, isTaught: teaches || modules.length > 0 }
  const { kind, href, title, minutes, course, labs: within } = raise.opening
  const { level, confidence } = raise.after
  return {
    raise: { kind, href, title, minutes, course, labs: within.length, level, confidence },
    isTaught: true,
  }
}
export type NextEvidence = Awaited<ReturnType<typeof findNextEvidence>>
