import { read } from '#db/client.server.ts'
import { people } from './tables.server.ts'

/** Whether anyone has an account yet. */
export async function hasPeople(): Promise<boolean> {
  const [row] = await read().select({ id: people.id }).from(people).limit(1)
  return row !== undefined
}
