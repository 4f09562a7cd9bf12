import { seedDemonstration } from './demonstration/seed.server.ts'
import { print, WrongUse, withRuntime } from './operator.server.ts'

/** `civic demo seed`: refuses where there is anything already. */
export async function demoSeed(options: { json?: boolean }): Promise<void> {
  const accountsFile = await withRuntime(seedDemonstration)
  if (!accountsFile) throw new WrongUse('There are organisations already: nothing was added.')
  const lines = [`The demonstration county is there. Its accounts: ${accountsFile}`]
  print({ accountsFile }, lines, options.json)
}
