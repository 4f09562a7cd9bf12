import { prepared, read } from '#db/client.server.ts'
import { and, count, desc, eq, inArray, max, sql } from '#db/dialect/index.ts'
import { courses, courseVersions, modules, moduleVersions } from '../catalogue/tables.server.ts'
import { skills } from '../talent/tables.server.ts'
import { labAttempts, labDrafts, labs, labVersions } from './tables.server.ts'

const labTitles = {
  id: labs.id,
  slug: labs.slug,
  course: labs.course,
  courseContent: courseVersions.content,
  manifest: labVersions.manifest,
}

/** Every lab by the first module that asks for it: its place in the course. */
async function listLabPlaces(): Promise<Map<string, string>> {
  const rows = await read()
    .select({ id: modules.id, course: modules.course, content: moduleVersions.content })
    .from(modules)
    .innerJoin(moduleVersions, eq(moduleVersions.id, modules.currentVersionId))
    .orderBy(desc(modules.slug))
  return new Map(
    rows.flatMap(({ id, course, content }) =>
      content.labs.map((lab) => [`${course}/${lab}`, id] as const),
    ),
  )
}

/** Published labs with what a list shows of them: by course, in the order of its modules. */
export async function listLabs() {
  const [rows, places] = await Promise.all([
    read()
      .select(labTitles)
      .from(labs)
      .innerJoin(labVersions, eq(labVersions.id, labs.currentVersionId))
      .innerJoin(courses, eq(courses.slug, labs.course))
      .innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
      .orderBy(labs.course, labs.slug),
    listLabPlaces(),
  ])
  // A lab that no module asks for comes last in its course.
  const place = ({ id, course }: { id: string; course: string }) => places.get(id) ?? `${course}/~`
  return rows
    .map(({ courseContent, ...row }) => ({ ...row, courseTitle: courseContent.title }))
    .sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0))
}

const labColumns = {
  id: labs.id,
  slug: labs.slug,
  course: labs.course,
  courseContent: courseVersions.content,
  versionId: labVersions.id,
  manifest: labVersions.manifest,
  files: labVersions.files,
  statement: labVersions.statement,
}

/** A lab at one of its versions, with the files that stay on the server. */
export type LabAtVersion = NonNullable<Awaited<ReturnType<typeof findLab>>>

/** The lab at `<course>/<lab>`, in `versionId` or else as it is now. */
export async function findLab(labId: string, versionId?: string) {
  const [row] = await read()
    .select(labColumns)
    .from(labs)
    .innerJoin(labVersions, eq(labVersions.labId, labs.id))
    .innerJoin(courses, eq(courses.slug, labs.course))
    .innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
    .where(and(eq(labs.id, labId), eq(labVersions.id, versionId ?? labs.currentVersionId)))
  if (!row) return null
  const { courseContent, ...lab } = row
  return { ...lab, courseTitle: courseContent.title }
}

/** Names of skills by code; a code that is in no framework is missing. */
export async function listSkillNames(codes: string[]) {
  const rows = await read()
    .select({ code: skills.code, content: skills.content })
    .from(skills)
    .where(inArray(skills.code, codes))
  return new Map(rows.map(({ code, content }) => [code, content.name]))
}

/** The person's unfinished work at a lab, and how many of its hints they have asked for. */
export async function findLabDraft(personId: string, labId: string) {
  const [row] = await read()
    .select({
      content: labDrafts.content,
      hintsShown: labDrafts.hintsShown,
      savedAt: labDrafts.savedAt,
    })
    .from(labDrafts)
    .where(and(eq(labDrafts.personId, personId), eq(labDrafts.labId, labId)))
  return row ?? null
}

/** How far a person is with a lab; times are UTC ms. */
export type LabState = { attempts: number; passedAt?: number; savedAt?: number }

const draftsOfPerson = prepared('lab-drafts-of-person', (db) =>
  db
    .select({ labId: labDrafts.labId, savedAt: labDrafts.savedAt })
    .from(labDrafts)
    .where(eq(labDrafts.personId, sql.placeholder('personId'))),
)

const triesOfPerson = prepared('lab-tries-of-person', (db) =>
  db
    .select({
      labId: labAttempts.labId,
      attempts: count(),
      passedAt: sql<unknown>`min(case when ${labAttempts.passed} then ${labAttempts.at} end)`,
    })
    .from(labAttempts)
    .where(eq(labAttempts.personId, sql.placeholder('personId')))
    .groupBy(labAttempts.labId),
)

/** The person's state at every lab they have touched, by lab id. */
export async function listLabStates(personId: string): Promise<Map<string, LabState>> {
  const [drafts, tries] = await Promise.all([
    draftsOfPerson({ personId }),
    triesOfPerson({ personId }),
  ])
  const states = new Map<string, LabState>()
  for (const { labId, attempts, passedAt } of tries) {
    states.set(labId, { attempts, ...(passedAt !== null && { passedAt: Number(passedAt) }) })
  }
  for (const { labId, savedAt } of drafts) {
    states.set(labId, { attempts: 0, ...states.get(labId), savedAt })
  }
  return states
}

/** The person's submissions to a lab, the newest first. */
export function listLabAttempts(personId: string, labId: string) {
  return read()
    .select({
      id: labAttempts.id,
      at: labAttempts.at,
      verdict: labAttempts.verdict,
      passed: labAttempts.passed,
      report: labAttempts.report,
    })
    .from(labAttempts)
    .where(and(eq(labAttempts.personId, personId), eq(labAttempts.labId, labId)))
    .orderBy(desc(labAttempts.at), desc(labAttempts.id))
    .limit(50)
}

/** How many submissions the person has made to a lab. */
export async function countLabAttempts(personId: string, labId: string): Promise<number> {
  const [row] = await read()
    .select({ attempts: count() })
    .from(labAttempts)
    .where(and(eq(labAttempts.personId, personId), eq(labAttempts.labId, labId)))
  return row?.attempts ?? 0
}

/** One submission, if it is this person's own and to this lab. */
export async function findLabAttempt(personId: string, labId: string, id: string) {
  const [row] = await read()
    .select()
    .from(labAttempts)
    .where(
      and(eq(labAttempts.id, id), eq(labAttempts.personId, personId), eq(labAttempts.labId, labId)),
    )
  return row ?? null
}

/** Which of `labIds` the person has passed, in any version. */
export async function listPassedLabs(personId: string, labIds: string[]): Promise<string[]> {
  if (labIds.length === 0) return []
  const rows = await read()
    .select({ labId: labAttempts.labId, at: max(labAttempts.at) })
    .from(labAttempts)
    .where(
      and(
        eq(labAttempts.personId, personId),
        inArray(labAttempts.labId, labIds),
        eq(labAttempts.passed, true),
      ),
    )
    .groupBy(labAttempts.labId)
  return rows.map(({ labId }) => labId)
}
