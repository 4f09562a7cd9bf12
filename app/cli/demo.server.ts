import { startRuntime, stopRuntime } from '#app/runtime.server.ts'
import { seedDemonstration } from './demonstration/seed.server.ts'
import { say, WrongUse } from './operator.server.ts'

/** `civic demo seed`: refuses where there is anything already. */
export async function demoSeed(): Promise<void> {
  await startRuntime()
  const file = await seedDemonstration()
  await stopRuntime()
  if (!file) throw new WrongUse('There are organisations already: nothing was added.')
  say(`The demonstration county is there. Its accounts: ${file}`)
}
