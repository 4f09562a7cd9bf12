import { readFileSync } from 'node:fs'
import { checkContent } from '#app/authoring/check-content.server.ts'
import type { ContentProblem } from '#app/authoring/domain/content-problem.ts'
import { type PublishReport, publishContent } from '#app/authoring/publish-content.server.ts'
import { createReaders, type Readers } from '#app/authoring/read-apart.server.ts'
import { inLocaleOf } from '#app/shared/i18n/locale.server.ts'
import { checkCounty } from './demonstration/seed.server.ts'
import { operatorPath, whyNoFile, withRuntime } from './operator.server.ts'

function line({ file, line, column, code, message, severity }: ContentProblem): string {
  return `${file}:${line}:${column} ${severity} ${code} ${message}\n`
}

const hasError = (problems: { severity: string }[]) =>
  problems.some(({ severity }) => severity === 'error')

/** One document's verdict, as `--json` prints it. */
type FileVerdict = { file: string; ok: boolean; problems: Omit<ContentProblem, 'file'>[] }

/** The gate alone on one file: nothing beside it is read. One that cannot be read is a problem of its own. */
async function checkFile(readers: Readers, file: string): Promise<FileVerdict> {
  const why = whyNoFile(file)
  if (why !== undefined) {
    const place = { line: 1, column: 1 }
    const problems = [{ code: 'MISSING', ...place, message: why, severity: 'error' as const }]
    return { file, ok: false, problems }
  }
  const { ok, problems } = await readers.readFile(readFileSync(file))
  const listed = problems.map(({ code, line, column, message, severity }) => {
    return { code, line, column, message, severity }
  })
  return { file, ok, problems: listed }
}

async function checkGiven(files: string[], json: boolean | undefined): Promise<number> {
  const readers = createReaders()
  const verdicts: FileVerdict[] = []
  for (const file of files.map(operatorPath)) {
    verdicts.push(await inLocaleOf('en', () => checkFile(readers, file)))
  }
  readers.close()
  if (json) process.stdout.write(`${JSON.stringify(verdicts)}\n`)
  else {
    for (const { file, problems } of verdicts) {
      for (const problem of problems) process.stdout.write(line({ file, ...problem }))
    }
    const wrong = verdicts.filter(({ ok }) => !ok).length
    process.stdout.write(`${verdicts.length} files, ${wrong} with errors\n`)
  }
  if (verdicts.some(({ file }) => whyNoFile(file) !== undefined)) return 2
  return verdicts.every(({ ok }) => ok) ? 0 : 1
}

/**
 * `civic content check`: exit code 1 where something forbids publishing, 2 where a file that was
 * named cannot be read. Needs no database and no setting.
 */
export async function contentCheck(files: string[], options: { json?: boolean }): Promise<number> {
  if (files.length > 0) return checkGiven(files, options.json)
  const checked = await checkContent()
  const problems = [...checked.problems, ...checkCounty().problems]
  const report = { ...checked, files: checked.files + 1, problems }
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
  const report = await withRuntime(() => publishContent('operator'))
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : describePublication(report))
  return report.conflicts.length > 0 || hasError(report.problems) ? 1 : 0
}
