import { longestQuery, type RunProblem } from '#app/labs/domain/problem.ts'
import { gradeSqlSubmission, runSqlSample, type SqlSample } from '#app/labs/grade-sql.server.ts'
import { inSqlRuntime } from '#app/labs/in-runtime.server.ts'
import { type SqlLabAtVersion, sqlTexts } from '#app/labs/lab-at-version.server.ts'
import { caseSeed } from '#app/labs/seeds.server.ts'
import { keys } from '#app/runtime.server.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { type RecordedAttempt, recordLabAttempt } from '#db/labs/record-attempt.server.ts'

type Given = { personId: string; lab: SqlLabAtVersion; query: string }

function refuse(query: string): RunProblem | undefined {
  if (query.trim() === '') return 'empty'
  return query.length > longestQuery ? 'too-long' : undefined
}

/** Runs a query on the public case: nothing is recorded. */
export async function tryQuery(given: Given): Promise<Result<SqlSample, RunProblem>> {
  const { personId, lab, query } = given
  const problem = refuse(query)
  if (problem) return fail(problem)
  return inSqlRuntime(personId, lab.id, (run) =>
    runSqlSample({ lab: lab.manifest, files: sqlTexts(lab), query, run }),
  )
}

/** Grades a query on every case with the person's own seeds, and records the attempt. */
export async function submitQuery(
  given: Given & { key: string },
): Promise<Result<RecordedAttempt, RunProblem>> {
  const { personId, key, lab, query } = given
  const problem = refuse(query)
  if (problem) return fail(problem)
  const { id, versionId, manifest } = lab
  const owner = { personId, versionId }
  const graded = await inSqlRuntime(personId, id, (run) =>
    gradeSqlSubmission({
      lab: manifest,
      files: sqlTexts(lab),
      seedFor: (index) => caseSeed(keys().seed, owner, index),
      query,
      run,
    }),
  )
  if (!graded.ok) return graded
  const grade = graded.value
  if (grade.verdict === 'CRASH') return fail('crashed')
  const { verdict, passed, cpuMs, peakMb } = grade
  const recorded = await recordLabAttempt({
    personId,
    key,
    labId: id,
    versionId,
    skills: manifest.skills,
    submission: query,
    verdict,
    report: { runtime: 'sql', grade },
    passed,
    cpuMs,
    peakMb,
  })
  return recorded.ok ? ok(recorded.value) : fail('stale')
}
