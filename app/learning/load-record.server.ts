import type { Locale } from '#app/shared/domain/text.ts'
import { findModuleTitles, listCourses } from '#db/catalogue/queries.server.ts'
import { listCredits } from '#db/learning/queries.server.ts'
import { findSkills, listEvidence, listPersonSkills } from '#db/talent/person-skills.server.ts'

/** Credit hours with the names of what they were earned for, and their sum. */
export async function loadCredits(personId: string, locale: Locale, from?: number, until?: number) {
  const [entries, courses] = await Promise.all([listCredits(personId, from, until), listCourses()])
  const ids = entries.map(({ moduleId }) => moduleId)
  const titles = await findModuleTitles(ids, locale)
  const credits = entries.map(({ moduleId, hours, at }) => {
    const module = titles.get(moduleId)
    const course = courses.find(({ slug }) => slug === module?.course)
    return {
      moduleId,
      hours,
      at,
      module: module?.title ?? moduleId,
      course: course?.content.title[locale] ?? '',
    }
  })
  return { credits, hours: credits.reduce((sum, entry) => sum + entry.hours, 0) }
}

/** What a learner has earned: credit hours, and for each skill its level and the evidence for it. */
export async function loadRecord(personId: string, locale: Locale) {
  const [earned, evidence, held, spine] = await Promise.all([
    loadCredits(personId, locale),
    listEvidence(personId),
    listPersonSkills(personId),
    findSkills(),
  ])
  const revoked = new Set(evidence.flatMap(({ revokesId }) => revokesId ?? []))
  const rows = evidence.filter(({ id, revokesId }) => revokesId === null && !revoked.has(id))
  const codes = [...new Set(rows.map(({ skill }) => skill))]
  const skills = codes.map((skill) => {
    const now = held.find((each) => each.skill === skill)
    return {
      skill,
      name: spine.get(skill)?.name[locale] ?? skill,
      level: now?.level ?? 0,
      confidence: now?.confidence ?? 0,
      diagnostic: now?.diagnostic ?? false,
      evidence: rows
        .filter((row) => row.skill === skill)
        .map(({ id, level, kind, diagnostic, strength, at }) => {
          return { id, level, kind, diagnostic, strength, at }
        }),
    }
  })
  return { ...earned, skills: skills.sort((a, b) => b.level - a.level) }
}
