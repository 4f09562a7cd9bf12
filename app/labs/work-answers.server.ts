import { checkSubmission, drawSamples, gradeAnswers } from '#app/labs/domain/answers.ts'
import { type AnswersDraft, drawNumber, toSubmission } from '#app/labs/domain/answers-draft.ts'
import type { AnswersSubmission, Sample } from '#app/labs/domain/manifest.ts'
import { type AnswersLabAtVersion, samplesOf } from '#app/labs/lab-at-version.server.ts'
import { drawSeed } from '#app/labs/seeds.server.ts'
import { keys } from '#app/runtime.server.ts'
import { fail, type Result } from '#app/shared/domain/result.ts'
import { countLabAttempts } from '#db/labs/queries.server.ts'
import { type RecordedAttempt, recordLabAttempt } from '#db/labs/record-attempt.server.ts'

/** The samples of one draw for one person, in the order to show them, and the draw's seed. */
export type Drawn = { draw: number; seed: string; samples: Sample[] }

/** What a person's `draw` of a lab holds: the same every time it is worked out. */
export function drawFor(personId: string, lab: AnswersLabAtVersion, draw: number): Drawn {
  const { versionId, manifest } = lab
  const seed = drawSeed(keys().seed, { personId, versionId }, draw)
  return { draw, seed, samples: drawSamples(manifest, samplesOf(lab), seed) }
}

/** The draw that the person works on now (see `drawNumber`). */
export async function currentDraw(personId: string, lab: AnswersLabAtVersion): Promise<Drawn> {
  return drawFor(personId, lab, drawNumber(await countLabAttempts(personId, lab.id)))
}

/** Samples without a verdict, in the order shown. */
export function openSamples(samples: Sample[], answers: AnswersDraft['answers']): string[] {
  return samples.map(({ id }) => id).filter((id) => answers[id]?.verdict === undefined)
}

/**
 * Grades answers to the current draw and records them. 'malformed': a verdict or clue that no form
 * of ours offers; 'stale': this draw was submitted before.
 */
export async function submitAnswers(given: {
  personId: string
  key: string
  lab: AnswersLabAtVersion
  drawn: Drawn
  answers: AnswersDraft['answers']
}): Promise<Result<RecordedAttempt, 'incomplete' | 'malformed' | 'stale'>> {
  const { personId, key, lab, drawn, answers } = given
  const { manifest, versionId } = lab
  const { draw, samples } = drawn
  const submission: AnswersSubmission = toSubmission(answers)
  const checked = checkSubmission(manifest, samples, submission)
  if (!checked.ok) return checked
  const grade = gradeAnswers(manifest, samples, submission)
  const recorded = await recordLabAttempt({
    personId,
    key,
    labId: lab.id,
    versionId,
    skills: manifest.skills,
    submission: JSON.stringify({ versionId, draw, answers }),
    verdict: 'OK',
    report: { runtime: 'answers', draw, grade },
    passed: grade.passed,
    cpuMs: 0,
    peakMb: 0,
    draw,
  })
  return recorded.ok ? recorded : fail('stale')
}
