import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { attempts } from '#db/assessment/tables.server.ts'
import { write } from '#db/client.server.ts'

/** Things of a county that addresses name: made for the other county, then asked for by this one. */
export type Things = { attemptId: string }

/** Makes one of each thing that belongs to `person` of the other county. */
export async function makeThings(person: Actor): Promise<Things> {
  const attemptId = randomUUID()
  await write((tx) =>
    tx.insert(attempts).values({
      id: attemptId,
      personId: person.personId,
      skill: 'data-sql',
      modelVersion: 'test',
      form: [],
      startedAt: Date.now(),
    }),
  )
  return { attemptId }
}

/**
 * For each address with a parameter: a real one. `foreign` says that it names something of the other
 * county, which answers 404 to everyone whose permission does not reach everywhere.
 */
export const samplePath: Record<string, (things: Things) => { path: string; foreign?: true }> = {
  '/*': () => ({ path: '/no-such-page' }),
  '/courses/:course': () => ({ path: '/courses/open-data-sql' }),
  '/courses/:course/:module': () => ({ path: '/courses/open-data-sql/01-read-a-catalogue' }),
  '/assessments/:skill': () => ({ path: '/assessments/data-sql' }),
  '/attempts/:id': ({ attemptId }) => ({ path: `/attempts/${attemptId}`, foreign: true }),
  '/attempts/:id/result': ({ attemptId }) => ({
    path: `/attempts/${attemptId}/result`,
    foreign: true,
  }),
  '/attempts/:id/:position': ({ attemptId }) => ({
    path: `/attempts/${attemptId}/1`,
    foreign: true,
  }),
}
