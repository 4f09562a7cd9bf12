import { resolve } from 'node:path'
import { checkContent, checkFiles } from '#app/authoring/check-content.server.ts'
import type { ContentProblem } from '#app/authoring/domain/content-problem.ts'

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
