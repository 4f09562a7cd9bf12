import { existsSync } from 'node:fs'
import { publishContent } from '#app/authoring/publish-content.server.ts'
import { env } from '#app/env.server.ts'
import { log } from '#app/log.server.ts'
import { listCourses } from '#db/catalogue/queries.server.ts'
import { describePublication } from './content.server.ts'
import { accountsFile, seedDemonstration } from './demonstration/seed.server.ts'
import { say } from './operator.server.ts'

let published = false

async function publish(): Promise<void> {
  const report = await publishContent('system')
  const { conflicts, problems } = report
  const wrong = problems.some(({ severity }) => severity === 'error')
  if (report.published.length > 0 || conflicts.length > 0 || wrong) say(describePublication(report))
}

/** An empty installation gets its courses before anyone can look, and the demonstration if it is one. */
export async function prepareFirstStart(): Promise<void> {
  if ((await listCourses()).length === 0) {
    say('Publishing content/ for the first time …')
    await publish()
    published = true
  }
  if (env().CIVIC_MODE !== 'demonstration') return
  await seedDemonstration()
}

/** A later start listens first: what changed in content/ is published while people read. */
export function publishLater(): void {
  if (published) return
  publish().catch((error: unknown) => log.error({ error }, 'content was not published'))
}

/** Where the demonstration accounts are, for whoever starts it. */
export function sayAccounts(): void {
  if (env().CIVIC_MODE === 'demonstration' && existsSync(accountsFile())) {
    say(`  Demonstration accounts (staff number, password, roles): ${accountsFile()}\n`)
  }
}
