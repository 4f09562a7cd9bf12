import { perform, type Work } from '#db/audit/perform.server.ts'
import {
  findModuleVersion,
  listCourses,
  listModules,
  type ModuleVersion,
} from '#db/catalogue/queries.server.ts'
import { read } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { labAttempts, labs, labVersions } from '#db/labs/tables.server.ts'
import type { GradedAnswer } from '#db/learning/commands.server.ts'
import { completeIfDone } from '#db/learning/complete.server.ts'
import { checkAnswers, enrolments, moduleProgress } from '#db/learning/tables.server.ts'
import { addEvidence } from '#db/talent/evidence.server.ts'
import { triesAt } from './answers.ts'
import { day, inChunks, type Seeded } from './seeded.ts'

/** How many answers each ten people gave: two have begun nothing, two passed a lab as well. */
const answersOfTen = [0, 0, 1, 2, 3, 4, 6, 8, 12, 14] as const
const minute = 60_000
const peopleInCommand = 500

/** So many answers a person gave, over all. */
export const answersEach = answersOfTen.reduce((sum: number, each) => sum + each, 0) / 10

async function publishedLabs() {
  const rows = await read()
    .select({ labId: labs.id, versionId: labVersions.id, manifest: labVersions.manifest })
    .from(labs)
    .innerJoin(labVersions, eq(labVersions.id, labs.currentVersionId))
  return new Map(rows.map((row) => [row.labId, row]))
}
type Labs = Awaited<ReturnType<typeof publishedLabs>>

/** The published versions of each course's modules, in the course's order. */
async function publishedCourses(): Promise<ModuleVersion[][]> {
  const courses: ModuleVersion[][] = []
  for (const course of await listCourses()) {
    const modules = await listModules(course, 'zh-CN')
    const found = await Promise.all(modules.map(({ versionId }) => findModuleVersion(versionId)))
    courses.push(found.flatMap((version) => version ?? []))
  }
  return courses
}

type Study = { person: Seeded; begunAt: number; answers: GradedAnswer[] }

/** What one person did: begins one of the courses and goes on with the next. */
function studyOf(person: Seeded, courses: ModuleVersion[][], now: number): Study {
  const { id, n } = person
  const first = Math.floor(n / 10) % courses.length
  const versions = [...courses.slice(first), ...courses.slice(0, first)].flat()
  const count = answersOfTen[n % 10]!
  const answers: GradedAnswer[] = []
  for (const answer of count > 0 ? triesAt(id, versions) : []) {
    answers.push(answer)
    if (answers.length === count) break
  }
  return { person, begunAt: now - (1 + (n % 90)) * day, answers }
}

const momentOf = ({ begunAt }: Study, index: number) => begunAt + index * 2 * minute
/** Whether every check of a module is answered rightly: others need not be asked about. */
function answersAll({ answers }: Study, { id, quiz }: ModuleVersion): boolean {
  const right = answers.filter(({ versionId, correct }) => versionId === id && correct)
  return right.length === quiz.quizzes.flatMap(({ questions }) => questions).length
}

const courseOf = (moduleId: string) => moduleId.slice(0, moduleId.indexOf('/'))

function progressRows(study: Study) {
  const rows = new Map<string, typeof moduleProgress.$inferInsert>()
  for (const [index, { personId, moduleId, versionId }] of study.answers.entries()) {
    const savedAt = momentOf(study, index)
    const openedAt = rows.get(moduleId)?.openedAt ?? savedAt - minute
    rows.set(moduleId, { personId, moduleId, versionId, openedAt, savedAt })
  }
  return [...rows.values()]
}

/** The courses that were begun, and one in four is nominated for the first course of all. */
function enrolmentRows({ person: { id: personId, n }, begunAt: at, answers }: Study, sent: string) {
  const begun = new Set(answers.map(({ moduleId }) => courseOf(moduleId)))
  const nominated = n % 4 === 1
  const own = [...begun].filter((course) => !(nominated && course === sent))
  const chosen = own.map((course) => ({ personId, course, kind: 'self-chosen' as const, at }))
  const dueAt = at + 180 * day
  return nominated
    ? [...chosen, { personId, course: sent, kind: 'nominated' as const, at, dueAt }]
    : chosen
}

/** The lab of each module whose last check is answered, passed by who answered the most. */
async function passLabs(work: Work, study: Study, versions: ModuleVersion[], known: Labs) {
  const { id: personId, n } = study.person
  const { moduleId } = study.answers[0] ?? {}
  const version = versions.find((each) => each.moduleId === moduleId)
  if (!version || answersOfTen[n % 10]! < 12) return
  const at = momentOf(study, study.answers.length)
  for (const slug of version.content.labs) {
    const lab = known.get(`${courseOf(version.moduleId)}/${slug}`)
    if (!lab) continue
    const { labId, versionId, manifest } = lab
    const grade = { verdict: 'OK' as const, passed: true, checks: [], cpuMs: 20, peakMb: 40 }
    await work.tx.insert(labAttempts).values({
      ...{ id: newId(at), personId, labId, versionId, submission: '示例', at },
      ...{ verdict: 'OK', report: { runtime: 'sql', grade }, passed: true, cpuMs: 20, peakMb: 40 },
    })
    for (const { skill, level } of manifest.skills) {
      const about = { kind: 'unsupervised-lab', issuer: 'platform' } as const
      const source = { sourceId: labId, sourceVersion: versionId }
      await addEvidence({ ...work, at }, { personId, skill, level, ...about, ...source })
    }
  }
}

async function recordStudies(work: Work, studies: Study[], sent: string): Promise<void> {
  const { tx } = work
  await inChunks(studies.flatMap(progressRows), (rows) => tx.insert(moduleProgress).values(rows))
  await inChunks(
    studies.flatMap((study) => enrolmentRows(study, sent)),
    (rows) => tx.insert(enrolments).values(rows),
  )
  await inChunks(
    studies.flatMap((study) =>
      study.answers.map((answer, index) => {
        const at = momentOf(study, index)
        return { ...answer, id: newId(at), at }
      }),
    ),
    (rows) => tx.insert(checkAnswers).values(rows),
  )
}

/**
 * Lets these people study, in a few commands: the rows that opening modules and answering checks write,
 * and the product's own completion, with credit hours and evidence.
 */
export async function studyCourses(people: Seeded[], now: number): Promise<void> {
  const [courses, known] = [await publishedCourses(), await publishedLabs()]
  const versions = courses.flat()
  const sent = courseOf(versions[0]?.moduleId ?? '')
  const studies = people.map((person) => studyOf(person, courses, now))
  for (let from = 0; from < studies.length; from += peopleInCommand) {
    const part = studies.slice(from, from + peopleInCommand)
    const command = { actorId: 'operator', action: 'check.answered', subjectId: 'bench' } as const
    await perform(command, async (work) => {
      await recordStudies(work, part, sent)
      for (const study of part) {
        await passLabs(work, study, versions, known)
        const at = momentOf(study, study.answers.length)
        for (const { moduleId } of versions.filter((version) => answersAll(study, version))) {
          await completeIfDone({ ...work, at }, study.person.id, moduleId)
        }
      }
    })
  }
}
