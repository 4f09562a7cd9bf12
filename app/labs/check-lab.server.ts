import { parse } from 'yaml'
import { drawSamples, gradeAnswers } from '#app/labs/domain/answers.ts'
import {
  type AnswersLab,
  type AnswersSubmission,
  answersSubmission,
  type LabFile,
  type Sample,
  type SqlLab,
  samplesFile,
} from '#app/labs/domain/manifest.ts'
import type { Runner } from '#app/labs/domain/run.ts'
import { gradeOwnQueries, gradeSqlSubmission, publicTables } from '#app/labs/grade-sql.server.ts'
import { LabFault } from '#app/labs/prepare-cases.server.ts'

/** The lab's files by the names its manifest uses. */
export type LabFiles = Readonly<Record<string, string>>

/** Learners' seeds that a lab is tried with; a wrong answer must fail under each. */
const defaultSeeds = [11, 222, 3_333, 44_444, 555_555]

/** Which listed cases did not fail, in words; `failed` are the ids that did. */
function notFailing(file: string, fails: string[], failed: string[], seed: number): string[] {
  const passed = fails.filter((id) => !failed.includes(id))
  return passed.map((id) => `${file} passes '${id}' with seed ${seed}, but is listed as failing it`)
}

async function checkSql(lab: SqlLab, files: LabFiles, run: Runner, seeds: number[]) {
  const problems: string[] = []
  const texts = { data: files[lab.data] ?? '', accepted: files[lab.accepted] ?? '' }
  const known = new Set(lab.cases.map((c) => c.id))
  const unknown = lab.wrong.flatMap((w) => w.fails).filter((id) => !known.has(id))
  problems.push(...unknown.map((id) => `no case '${id}'`))
  const shown = await publicTables({ lab, files: texts, run })
  for (const { name } of lab.tables)
    if (!shown.some((t) => t.name === name)) problems.push(`the data makes no table '${name}'`)
  for (const seed of seeds) {
    // Neighbouring cases of one learner get unlike seeds, as they do in use.
    const given = { lab, files: texts, seedFor: (i: number) => seed + i, run }
    const accepted = await gradeSqlSubmission({ ...given, query: texts.accepted })
    if (!accepted.passed) problems.push(`${lab.accepted} does not pass with seed ${seed}`)
    const queries = [lab.otherwise, ...lab.wrong.map(({ file }) => file)].map((f) => files[f] ?? '')
    const [otherwise, ...wrong] = await gradeOwnQueries({ ...given, queries })
    if (!otherwise?.passed)
      problems.push(`${lab.otherwise} gives other rows than ${lab.accepted} with seed ${seed}`)
    for (const [n, graded] of wrong.entries()) {
      const { file = '', fails = [] } = lab.wrong[n] ?? {}
      // A wrong answer is a query that runs and is wrong; a slip of the pen would prove nothing.
      const { verdict, error } = graded
      if (verdict !== 'OK')
        problems.push(`${file}: ${error?.message ?? error?.plain?.en ?? verdict}`)
      const failed = graded.checks.filter((c) => !c.passed).map((c) => c.caseId)
      problems.push(...notFailing(file, fails, failed, seed))
    }
  }
  return problems
}

/** A stored submission answers every sample; a learner answers those drawn. */
function restrict(submission: AnswersSubmission, drawn: Sample[]): AnswersSubmission {
  return Object.fromEntries(
    drawn.flatMap(({ id }) => (submission[id] ? [[id, submission[id]] as const] : [])),
  )
}

function checkAnswers(lab: AnswersLab, files: LabFiles, seeds: number[]): string[] {
  const problems: string[] = []
  const { samples } = samplesFile.parse(parse(files[lab.samples] ?? ''))
  const names = new Set(lab.verdicts.map((v) => v.id))
  for (const { id, verdict } of samples)
    if (!names.has(verdict)) problems.push(`sample '${id}': no verdict '${verdict}'`)
  if (lab.pass > lab.draw || lab.draw > samples.length)
    problems.push(`pass ${lab.pass} of ${lab.draw} drawn from ${samples.length} samples`)
  const read = (file: string) => answersSubmission.parse(parse(files[file] ?? ''))
  for (const seed of seeds) {
    const drawn = drawSamples(lab, samples, String(seed))
    const grade = (file: string) => gradeAnswers(lab, drawn, restrict(read(file), drawn))
    if (!grade(lab.accepted).passed)
      problems.push(`${lab.accepted} does not pass with seed ${seed}`)
    for (const { file, fails } of lab.wrong) {
      const failed = grade(file).checks.flatMap((c) => (c.passed ? [] : [c.caseId as string]))
      problems.push(...notFailing(file, fails, failed, seed))
    }
  }
  return problems
}

/**
 * Tries a lab with several learners' seeds: the accepted answer passes (of a query lab in both ways
 * of writing it), and each wrong one fails at least the cases it lists. Gives the problems in words, each once; none for a sound lab.
 */
export async function checkLab(
  lab: LabFile,
  files: LabFiles,
  run: Runner,
  seeds: number[] = defaultSeeds,
): Promise<string[]> {
  const named = [
    lab.accepted,
    ...lab.wrong.map((w) => w.file),
    ...(lab.runtime === 'sql' ? [lab.data, lab.otherwise] : [lab.samples]),
  ]
  const missing = named.filter((name) => !Object.hasOwn(files, name))
  if (missing.length > 0) return missing.map((name) => `no file '${name}'`)
  try {
    const problems =
      lab.runtime === 'sql'
        ? await checkSql(lab, files, run, seeds)
        : checkAnswers(lab, files, seeds)
    return [...new Set(problems)]
  } catch (error) {
    if (error instanceof LabFault) return [error.message]
    throw error
  }
}
