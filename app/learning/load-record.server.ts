import { retakeFrom } from '#app/assessment/domain/rules.ts'
import { placesToStudy } from '#app/assessment/domain/study.ts'
import { listPlaces } from '#app/assessment/study-places.server.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import { listAttempts } from '#db/assessment/queries.server.ts'
import { listTestableSkills } from '#db/assessment/testable.server.ts'
import { findModuleTitles, listCourses } from '#db/catalogue/queries.server.ts'
import { listCredits } from '#db/learning/queries.server.ts'
import { listAttestations } from '#db/talent/attestations.server.ts'
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

/** What can still add evidence of a skill that has no level yet, from what is published. */
async function findMore(personId: string, skill: string, locale: Locale) {
  const [places, testable, attempts] = await Promise.all([
    listPlaces(personId, skill, locale),
    listTestableSkills(),
    listAttempts(personId, skill),
  ])
  const again = retakeFrom(attempts)
  return {
    places: placesToStudy(places).flatMap(({ kind, href, title, done }) =>
      done ? [] : [{ kind, href, title }],
    ),
    test: testable.includes(skill)
      ? { href: `/assessments/${skill}`, from: again !== null && Date.now() < again ? again : null }
      : null,
  }
}
export type MoreEvidence = Awaited<ReturnType<typeof findMore>>

/** What a learner has earned: credit hours, and for each skill its level and the evidence for it. */
export async function loadRecord(personId: string, locale: Locale) {
  const [earned, evidence, held, attestations] = await Promise.all([
    loadCredits(personId, locale),
    listEvidence(personId),
    listPersonSkills(personId),
    listAttestations(personId),
  ])
  const revoked = new Set(evidence.flatMap(({ revokesId }) => revokesId ?? []))
  const rows = evidence.filter(({ id, revokesId }) => revokesId === null && !revoked.has(id))
  const codes = [...new Set(rows.map(({ skill }) => skill))]
  const withdrawn = attestations.filter(({ reason }) => reason !== null)
  const spine = await findSkills([...codes, ...withdrawn.map(({ skill }) => skill)])
  const nameOf = (skill: string) => spine.get(skill)?.name[locale] ?? skill
  const skills = codes.map(async (skill) => {
    const now = held.find((each) => each.skill === skill)
    return {
      skill,
      name: nameOf(skill),
      level: now?.level ?? 0,
      confidence: now?.confidence ?? 0,
      diagnostic: now?.diagnostic ?? false,
      more: now ? null : await findMore(personId, skill, locale),
      evidence: rows
        .filter((row) => row.skill === skill)
        .map(({ id, level, kind, diagnostic, strength, at }) => {
          const attested = attestations.find((each) => each.id === id)
          const grounds = attested && { unit: attested.unit[locale], text: attested.grounds }
          return { id, level, kind, diagnostic, strength, at, grounds }
        }),
    }
  })
  return {
    ...earned,
    skills: (await Promise.all(skills)).sort((a, b) => b.level - a.level),
    withdrawn: withdrawn.map(({ id, skill, level, unit, withdrawnAt, reason }) => ({
      ...{ id, level, skill: nameOf(skill), unit: unit[locale] },
      ...{ at: withdrawnAt ?? 0, reason: reason ?? '' },
    })),
  }
}
