import { chooseRaise } from '#app/assessment/domain/next-evidence.ts'
import { placesToStudy } from '#app/assessment/domain/study.ts'
import { listPlaces } from '#app/assessment/study-places.server.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import { listEvidence } from '#db/talent/person-skills.server.ts'

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
 * The module or lab that raises what the record says of a skill, with what it would say then, or
 * none; and where the skill can be studied at all.
 */
export async function findNextEvidence(
  personId: string,
  { skill, offensive, attained }: Tested,
  locale: Locale,
) {
  const places = await listPlaces(personId, skill, locale)
  const open = places.filter(({ done }) => !done)
  const raise = chooseRaise(open, await recordOf(personId, skill, offensive), attained)
  const study = placesToStudy(places)
  if (!raise) return { raise: null, study }
  const { kind, href, title, minutes, course, labs: within } = raise.opening
  const { level, confidence } = raise.after
  return {
    raise: { kind, href, title, minutes, course, labs: within.length, level, confidence },
    study,
  }
}
