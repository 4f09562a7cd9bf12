import { findModuleTitles } from '#db/catalogue/queries.server.ts'
import { listProgress } from '#db/learning/queries.server.ts'
import { rebuildWhiteHatPool } from '#db/white-hat/rebuild.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aSession } from '#tests/world.ts'
import { hirePeople, openRegistry, plantUnits } from './population.ts'
import type { Seeded } from './seeded.ts'
import { attestSkills } from './skills.ts'
import { answersEach, studyCourses } from './studies.ts'

/** The person who is measured: a data officer, half through the second module of the SQL course. */
const measured = 8

/** Who signs in to be measured, as Cookie headers, and everyone else. */
export type World = {
  learner: string
  officer: string
  learnerId: string
  /** The lesson that the learner is in the midst of: it is their next step. */
  lesson: { path: string; title: string }
  people: Seeded[]
  /** Answers to checks: progress events. */
  progressEvents: number
}

async function lessonOf(personId: string): Promise<World['lesson']> {
  const underWay = (await listProgress(personId)).find(({ completedAt }) => completedAt === null)
  const id = underWay?.moduleId ?? ''
  const title = (await findModuleTitles([id], 'zh-CN')).get(id)?.title
  if (!title) throw new Error('nothing is under way: the courses of content/ have changed')
  return { path: `/courses/${id}`, title }
}

/**
 * Fills the open database, in which content/ is published, with so many people (ten at least, in whole
 * tens), who have posts, identities, progress, credit hours, evidence and skills, below one city. The
 * runtime must have been started.
 */
export async function seed(count: number): Promise<World> {
  const now = Date.now()
  const { city, units } = await plantUnits(count)
  const people = await hirePeople(count, units)
  await studyCourses(people, now)
  await attestSkills(people, now)
  await openRegistry(people)
  // The server would do it at its start, beside what is measured.
  await rebuildWhiteHatPool()
  const officer = await aPerson({ unit: city, roles: ['learner', 'hr-superior'] })
  const learnerId = people[measured]!.id
  return {
    ...{ learner: await aSession({ personId: learnerId }), officer: await aSession(officer) },
    lesson: await lessonOf(learnerId),
    ...{ learnerId, people, progressEvents: count * answersEach },
  }
}
