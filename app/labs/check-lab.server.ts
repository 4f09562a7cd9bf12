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

/**
 * What is wrong with a lab, in words, and which value it is about: by its path in lab.yaml, or in
 * another of the lab's files.
 */
export type LabProblem = { message: string; path: (string | number)[]; file?: string }

/** Learners' seeds that a lab is tried with; a wrong answer must fail under each. */
const defaultSeeds = [11, 222, 3_333, 44_444, 555_555]

/** Which cases the wrong answer `n` lists and did not fail; `failed` are the ids that it did. */
function notFailing(lab: LabFile, n: number, failed: string[], seed: number): LabProblem[] {
  const { file = '', fails = [] } = lab.wrong[n] ?? {}
  return fails.flatMap((id, i) => {
    if (failed.includes(id)) return []
    const message = `${file} passes '${id}' with seed ${seed}, but is listed as failing it`
    return [{ message, path: ['wrong', n, 'fails', i] }]
  })
}

function checkCaseNames({ cases, wrong }: SqlLab): LabProblem[] {
  const known = new Set(cases.map((c) => c.id))
  return wrong.flatMap(({ fails }, n) =>
    fails.flatMap((id, i) => {
      return known.has(id) ? [] : [{ message: `no case '${id}'`, path: ['wrong', n, 'fails', i] }]
    }),
  )
}

async function checkSql(lab: SqlLab, files: LabFiles, run: Runner, seeds: number[]) {
  const problems = checkCaseNames(lab)
  const texts = { data: files[lab.data] ?? '', accepted: files[lab.accepted] ?? '' }
  const shown = await publicTables({ lab, files: texts, run })
  for (const [i, { name }] of lab.tables.entries()) {
    if (shown.some((table) => table.name === name)) continue
    problems.push({ message: `the data makes no table '${name}'`, path: ['tables', i, 'name'] })
  }
  for (const seed of seeds) {
    // Neighbouring cases of one learner get unlike seeds, as they do in use.
    const given = { lab, files: texts, seedFor: (i: number) => seed + i, run }
    const accepted = await gradeSqlSubmission({ ...given, query: texts.accepted })
    if (!accepted.passed) {
      problems.push({
        message: `${lab.accepted} does not pass with seed ${seed}`,
        path: ['accepted'],
      })
    }
    const queries = [lab.otherwise, ...lab.wrong.map(({ file }) => file)].map((f) => files[f] ?? '')
    const [otherwise, ...wrong] = await gradeOwnQueries({ ...given, queries })
    if (!otherwise?.passed) {
      const message = `${lab.otherwise} gives other rows than ${lab.accepted} with seed ${seed}`
      problems.push({ message, path: ['otherwise'] })
    }
    for (const [n, graded] of wrong.entries()) {
      // A wrong answer is a query that runs and is wrong; a slip of the pen would prove nothing.
      const { verdict, error } = graded
      if (verdict !== 'OK') {
        const said = error?.message ?? error?.plain?.en ?? verdict
        problems.push({ message: `${lab.wrong[n]?.file}: ${said}`, path: ['wrong', n, 'file'] })
      }
      const failed = graded.checks.filter((c) => !c.passed).map((c) => c.caseId)
      problems.push(...notFailing(lab, n, failed, seed))
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

function checkAnswers(lab: AnswersLab, files: LabFiles, seeds: number[]): LabProblem[] {
  const problems: LabProblem[] = []
  const { samples } = samplesFile.parse(parse(files[lab.samples] ?? ''))
  const names = new Set(lab.verdicts.map((v) => v.id))
  for (const [i, { id, verdict }] of samples.entries()) {
    if (names.has(verdict)) continue
    const at = { file: lab.samples, path: ['samples', i, 'verdict'] }
    problems.push({ ...at, message: `sample '${id}': no verdict '${verdict}'` })
  }
  if (lab.pass > lab.draw || lab.draw > samples.length) {
    const message = `pass ${lab.pass} of ${lab.draw} drawn from ${samples.length} samples`
    problems.push({ message, path: lab.pass > lab.draw ? ['pass'] : ['draw'] })
  }
  const read = (file: string) => answersSubmission.parse(parse(files[file] ?? ''))
  for (const seed of seeds) {
    const drawn = drawSamples(lab, samples, String(seed))
    const grade = (file: string) => gradeAnswers(lab, drawn, restrict(read(file), drawn))
    if (!grade(lab.accepted).passed) {
      problems.push({
        message: `${lab.accepted} does not pass with seed ${seed}`,
        path: ['accepted'],
      })
    }
    for (const [n, { file }] of lab.wrong.entries()) {
      const failed = grade(file).checks.flatMap((c) => (c.passed ? [] : [c.caseId as string]))
      problems.push(...notFailing(lab, n, failed, seed))
    }
  }
  return problems
}

function missingFiles(lab: LabFile, files: LabFiles): LabProblem[] {
  const own =
    lab.runtime === 'sql' ? { data: lab.data, otherwise: lab.otherwise } : { samples: lab.samples }
  const named = [
    ...Object.entries({ ...own, accepted: lab.accepted }).map(([setting, file]) => {
      return { file, path: [setting] }
    }),
    ...lab.wrong.map(({ file }, n) => ({ file, path: ['wrong', n, 'file'] })),
  ]
  return named
    .filter(({ file }) => !Object.hasOwn(files, file))
    .map(({ file, path }) => ({ message: `no file '${file}'`, path }))
}

/**
 * Tries a lab with several learners' seeds: the accepted answer passes (of a query lab in both ways
 * of writing it), and each wrong one fails at least the cases it lists. The files of an answers lab are as
 * their schemas say. Gives the problems, each once; none for a sound lab.
 */
export async function checkLab(
  lab: LabFile,
  files: LabFiles,
  run: Runner,
  seeds: number[] = defaultSeeds,
): Promise<LabProblem[]> {
  const missing = missingFiles(lab, files)
  if (missing.length > 0) return missing
  try {
    const problems =
      lab.runtime === 'sql'
        ? await checkSql(lab, files, run, seeds)
        : checkAnswers(lab, files, seeds)
    return [...new Map(problems.map((problem) => [problem.message, problem])).values()]
  } catch (error) {
    if (error instanceof LabFault) return [{ message: error.message, path: [error.setting] }]
    throw error
  }
}
