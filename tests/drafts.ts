import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import type { Actor } from '#app/accounts/domain/policy.ts'
import type { PartReader } from '#app/authoring/domain/reading.ts'
import { readLesson, readQuiz } from '#app/authoring/read-part.server.ts'
import type { By } from '#db/authoring/commands.server.ts'
import { compiled } from './courses.ts'

export const known = { skills: ['data-sql'], labs: [], pictures: [] }
export const compile = vi.fn(async () => compiled)
/** Texts read in this process: the worker's own tests are check-worker.test.ts. */
export const readHere: PartReader = {
  lesson: async (text) => readLesson(text),
  quiz: async (text) => readQuiz(text),
}
export const tools = { compile, read: readHere }
export const by = ({ personId }: Actor, key: string = randomUUID()): By => ({
  actorId: personId,
  key,
})
