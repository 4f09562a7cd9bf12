import { resolve } from 'node:path'
import { checkContent, checkFiles } from '#app/authoring/check-content.server.ts'
import type { ContentProblem } from '#app/authoring/domain/content-problem.ts'
import { type PublishReport, publishContent } from '#app/authoring/publish-content.server.ts'
import { startRuntime, stopRuntime } from '#app/runtime.server.ts'

function line({ file, line, column, code, message, severity }: ContentProblem): string {
  return `${file}:${line}:${column} ${severity} ${code} ${message}\n`
}

const hasError = (problems: { severity: string }[]) =>
  problems.some(({ severity }) => severity === 'error')

/** `civic content check`: exit code 1 where something forbids publishing. */
export async function contentCheck(files: string[], options: { json?: boolean }): Promise<number> {
  if (files.length > 0) {
    // npm changes the folder; INIT_CWD is the one the operator stood in.
    const base = process.env.INIT_CWD ?? process.cwd()
    const verdicts = checkFiles(files.map((file) => resolve(base, file)))
    if (options.json) process.stdout.write(`${JSON.stringify(verdicts)}\n`)
    else {
      for (const { file, problems } of verdicts) {
        for (const problem of problems) process.stdout.write(line({ file, ...problem }))
      }
    }
    return verdicts.every(({ ok }) => ok) ? 0 : 1
  }
  const report = await checkContent()
  if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`)
  else {
    for (const problem of report.problems) process.stdout.write(line(problem))
    const counts = Object.entries(report.counts).map(([what, count]) => `${count} ${what}`)
    process.stdout.write(`${report.files} files: ${counts.join(', ')}\n`)
  }
  return hasError(report.problems) ? 1 : 0
}

/** What a publication did, in lines for an operator. */
export function describePublication(report: PublishReport): string {
  const { published, unchanged, conflicts, problems } = report
  const lines = problems.map(line)
  for (const name of conflicts) {
    lines.push(`${name}: changed here and, since its last publication, in the product; both stay\n`)
  }
  lines.push(
    `${published.length} published, ${unchanged} unchanged, ${conflicts.length} conflicts\n`,
  )
  return lines.join('')
}

/** `civic content publish`: exit code 1 where something could not be published. */
export async function contentPublish(options: { json?: boolean }): Promise<number> {
  await startRuntime()
  const report = await publishContent('operator')
  await stopRuntime()
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : describePublication(report))
  return report.conflicts.length > 0 || hasError(report.problems) ? 1 : 0
}
