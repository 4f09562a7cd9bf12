import { publishContent } from '#app/authoring/publish-content.server.ts'
import { env } from '#app/env.server.ts'
import { log } from '#app/log.server.ts'
import { listCourses } from '#db/catalogue/queries.server.ts'
import { hasPeople } from '#db/organisation/has-people.server.ts'
import { describePublication } from './content.server.ts'
import { describeAccounts } from './demonstration/accounts.server.ts'
import { seedDemonstration } from './demonstration/seed.server.ts'
import { say } from './operator.server.ts'

let published = false

async function publish(): Promise<void> {
  const report = await publishContent('system')
  const { conflicts, problems } = report
  const wrong = problems.some(({ severity }) => severity === 'error')
  if (report.published.length > 0 || conflicts.length > 0 || wrong) say(describePublication(report))
}

/** An empty installation gets its courses, posts and skills before anyone can look. */
export async function publishFirst(): Promise<void> {
  if ((await listCourses()).length > 0) return
  say('Publishing content/ for the first time …')
  await publish()
  published = true
}

/** Content first, and then the demonstration if it is one. */
export async function prepareFirstStart(): Promise<void> {
  await publishFirst()
  if (env().CIVIC_MODE !== 'demonstration') return
  await seedDemonstration()
}

/** A later start listens first: what changed in content/ is published while people read. */
export function publishLater(): void {
  if (published) return
  publish().catch((error: unknown) => log.error({ error }, 'content was not published'))
}

const firstPeople = `Nobody can sign in yet. Make the first unit (names, tier and region of your own), then the
administrator; the password is asked for and not shown:

  npm run -s civic -- unit create --name-zh 示例县数据局 --name-en "Sample Data Bureau" --tier county --region 990101
  read -rs P && printf %s "$P" | npm run -s civic -- user create --name 姓名 --login A0001 \\
    --role administrator --department 示例县数据局 --password-stdin
`

const noAccounts = `No demonstration accounts are in this data folder: it holds other data, or its first start was
cut short. For a new demonstration, start with another CIVIC_DATA.
`

/** Tells whoever started it where it is, and with which accounts to begin. */
export async function greet(): Promise<void> {
  const { CIVIC_MODE, origin } = env()
  say(`\n  ${origin}\n`)
  if (CIVIC_MODE === 'demonstration') say(`${describeAccounts() ?? noAccounts}\n`)
  else if (!(await hasPeople())) say(firstPeople)
}
