import type { Actor } from '#app/accounts/domain/policy.ts'
import type { PersonState } from '#app/organisation/domain/organisation.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import type { Bilingual } from '#app/shared/domain/text.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { courses } from '#db/catalogue/tables.server.ts'
import { type Db, read } from '#db/client.server.ts'
import { and, count, eq, inArray, isNotNull, like, ne } from '#db/dialect/index.ts'
import { organisationInReach } from '#db/organisation/scope.server.ts'
import { organisations, people } from '#db/organisation/tables.server.ts'
import { enrolments, moduleProgress } from './tables.server.ts'

/** Somebody whom their unit nominated for a course (提名). Times are UTC ms. */
export type Nominated = {
  personId: string
  state: PersonState
  department: Bilingual
  dueAt: number | null
  /** How many of the course's modules are completed. */
  completed: number
}

/** A course as nominations need it: its modules as they are now. */
export type NominatedCourse = { slug: string; moduleIds: string[] }

/** Who of the actor's staff is nominated for the course, in no order, with how far they are. */
export async function listNominated(actor: Actor, course: NominatedCourse): Promise<Nominated[]> {
  const completed = and(
    eq(moduleProgress.personId, enrolments.personId),
    inArray(moduleProgress.moduleId, course.moduleIds),
    isNotNull(moduleProgress.completedAt),
  )
  const rows = await read()
    .select({
      personId: people.id,
      state: people.state,
      nameZh: organisations.nameZh,
      nameEn: organisations.nameEn,
      dueAt: enrolments.dueAt,
      completed: count(moduleProgress.moduleId),
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(moduleProgress, completed)
    .where(
      and(
        eq(enrolments.course, course.slug),
        eq(enrolments.kind, 'nominated'),
        ne(people.state, 'left'),
        organisationInReach(actor, 'course.nominate'),
      ),
    )
    .groupBy(
      ...[people.id, people.state, organisations.nameZh, organisations.nameEn, enrolments.dueAt],
    )
  return rows.map(({ nameZh, nameEn, ...row }) => {
    return { ...row, department: { 'zh-CN': nameZh, en: nameEn } }
  })
}

/** Those of these people who are nominated for the course, with the deadline. The caller has checked who asks. */
export async function nominatedAmong(
  course: string,
  personIds: string[],
): Promise<Map<string, number | null>> {
  if (personIds.length === 0) return new Map()
  const rows = await read()
    .select({ personId: enrolments.personId, dueAt: enrolments.dueAt })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.course, course),
        eq(enrolments.kind, 'nominated'),
        inArray(enrolments.personId, personIds),
      ),
    )
  return new Map(rows.map(({ personId, dueAt }) => [personId, dueAt]))
}

/** Who is to be nominated for what. `dueAt` is the last moment to complete it; null sets no deadline. */
export type NewNominations = { course: string; personIds: string[]; dueAt: number | null }

/** Those of these people who are the actor's staff and have not left. */
export function nominable(
  actor: Actor,
  personIds: string[],
  tx: Db = read(),
): Promise<{ id: string }[]> {
  return tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        inArray(people.id, personIds),
        ne(people.state, 'left'),
        organisationInReach(actor, 'course.nominate'),
      ),
    )
}

/** Whether they can all be nominated, and there is such a course. */
async function mayNominate({ tx }: Work, actor: Actor, course: string, personIds: string[]) {
  const found = await nominable(actor, personIds, tx)
  const [known] = await tx.select().from(courses).where(eq(courses.slug, course))
  return known !== undefined && found.length === personIds.length
}

/**
 * Nominates people for a course; whoever is nominated already gets the new deadline, if there is one. All
 * of them or none: 'not-found' where one is outside the actor's reach or has left.
 */
export function nominate(
  actor: Actor,
  { course, personIds, dueAt }: NewNominations,
  key: string,
): Promise<Result<null, 'not-found'>> {
  const command = { actorId: actor.personId, subjectId: course, key }
  return perform({ ...command, action: 'course.nominated' }, async (work) => {
    const ids = [...new Set(personIds)]
    if (!(await mayNominate(work, actor, course, ids))) return fail('not-found')
    const row = { kind: 'nominated' as const, nominatedBy: actor.personId }
    const set = dueAt === null ? row : { ...row, dueAt }
    for (const personId of ids) {
      await work.tx
        .insert(enrolments)
        .values({ personId, course, at: work.at, ...row, dueAt })
        .onConflictDoUpdate({ target: [enrolments.personId, enrolments.course], set })
    }
    const due = dueAt === null ? undefined : new Date(dueAt).toISOString()
    work.note({ people: ids.length, persons: ids, due })
    return ok(null)
  })
}

/**
 * Takes nominations back: what was learnt stays, and whoever began goes on by their own choice. 'nothing'
 * where none of them is nominated any more.
 */
export function withdrawNominations(
  actor: Actor,
  { course, personIds }: Omit<NewNominations, 'dueAt'>,
  key: string,
): Promise<Result<null, 'not-found' | 'nothing'>> {
  const command = { actorId: actor.personId, subjectId: course, key }
  return perform({ ...command, action: 'course.nomination-withdrawn' }, async (work) => {
    const ids = [...new Set(personIds)]
    if (!(await mayNominate(work, actor, course, ids))) return fail('not-found')
    const withdrawn: string[] = []
    for (const personId of ids)
      if (await withdrawOne(work, course, personId)) withdrawn.push(personId)
    if (withdrawn.length === 0) return fail('nothing')
    work.note({ people: withdrawn.length, persons: withdrawn })
    return ok(null)
  })
}

/** Whether there was a nomination to take back. */
async function withdrawOne({ tx }: Work, course: string, personId: string): Promise<boolean> {
  const nomination = and(
    eq(enrolments.personId, personId),
    eq(enrolments.course, course),
    eq(enrolments.kind, 'nominated'),
  )
  const [begun] = await tx
    .select({ moduleId: moduleProgress.moduleId })
    .from(moduleProgress)
    .where(and(eq(moduleProgress.personId, personId), like(moduleProgress.moduleId, `${course}/%`)))
    .limit(1)
  const own = { kind: 'self-chosen' as const, nominatedBy: null, dueAt: null }
  const { personId: id } = enrolments
  const changed = begun
    ? await tx.update(enrolments).set(own).where(nomination).returning({ id })
    : await tx.delete(enrolments).where(nomination).returning({ id })
  return changed.length > 0
}
