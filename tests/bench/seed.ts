import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { write } from '#db/client.server.ts'
import { checkAnswers, enrolments } from '#db/learning/tables.server.ts'
import { people } from '#db/organisation/tables.server.ts'
import { personSkills, registryEntries } from '#db/talent/tables.server.ts'
import { anOrganisation, aPerson } from '#tests/factories.ts'
import { aSession } from '#tests/world.ts'

/** How much there is while we measure. */
export const size = { people: 10_000, progressEvents: 50_000 }

const course = 'open-data-sql'
const moduleId = `${course}/01-read-a-catalogue`
const chunk = 500
const day = 86_400_000

/** Calls `insert` with 0 … count-1, a chunk of rows at a time. */
async function inChunks<T>(
  count: number,
  row: (n: number) => T,
  insert: (rows: T[]) => Promise<unknown>,
) {
  for (let from = 0; from < count; from += chunk) {
    const length = Math.min(chunk, count - from)
    await insert(Array.from({ length }, (_, index) => row(from + index)))
  }
}

function answerOf(personId: string, at: number, n: number) {
  const [quizId, questionId] = [`quiz-${n % 3}`, `question-${n % 5}`]
  const response = { kind: 'single', choice: 'a' }
  const about = { id: randomUUID(), personId, moduleId, versionId: 'none', quizId, questionId }
  return { ...about, attempt: 1, response, correct: n % 4 !== 0, at: at - n }
}

/** Fills the open database. Returns the Cookie headers of a learner and of an HR officer. */
export async function seed(): Promise<{ learner: string; officer: string }> {
  const at = Date.now()
  const unit = await anOrganisation()
  const learner: Actor = await aPerson({ unit })
  const officer = await aPerson({ unit, roles: ['hr-officer'] })
  const ids = Array.from({ length: size.people }, () => randomUUID())
  const idOf = (n: number) => ids[n % ids.length]!
  const person = (n: number) => ({
    id: idOf(n),
    organisationId: unit.id,
    unitId: unit.id,
    state: 'active' as const,
    staffKind: 'civil-servant' as const,
    grade: '一级科员',
    timeZone: 'Asia/Shanghai',
    largeText: false,
    createdAt: at,
  })
  const entry = (n: number) => ({
    personId: idOf(n),
    code: `B-${n}`,
    unitId: unit.id,
    personState: 'active' as const,
    tier: 'county' as const,
    regionCode: '990101',
    staffKind: 'civil-servant' as const,
    grade: '一级科员',
  })
  const skill = (n: number) => ({
    personId: idOf(n),
    skill: n < size.people ? 'data-sql' : 'protecting-devices',
    level: 1 + (n % 4),
    confidence: 0.3 + (n % 70) / 100,
    evidenceAt: at - (n % 900) * day,
    diagnostic: false,
    asOf: at,
  })
  await inChunks(size.people, person, (rows) => write((tx) => tx.insert(people).values(rows)))
  await inChunks(size.people, entry, (rows) =>
    write((tx) => tx.insert(registryEntries).values(rows)),
  )
  await inChunks(2 * size.people, skill, (rows) =>
    write((tx) => tx.insert(personSkills).values(rows)),
  )
  await inChunks(
    size.progressEvents,
    (n) => answerOf(n < 20 ? learner.personId : idOf(n), at, n),
    (rows) => write((tx) => tx.insert(checkAnswers).values(rows)),
  )
  const { personId } = learner
  await write((tx) => tx.insert(enrolments).values({ personId, course, kind: 'self-chosen', at }))
  return { learner: await aSession(learner), officer: await aSession(officer) }
}
