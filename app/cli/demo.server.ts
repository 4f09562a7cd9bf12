import { seedDemonstration } from './demonstration/seed.server.ts'
import { publishFirst } from './first-start.server.ts'
import { print, WrongUse, withRuntime } from './operator.server.ts'

/** `civic demo seed`: refuses where there is anything already; publishes content/ where nothing is yet. */
export async function demoSeed(options: { json?: boolean }): Promise<void> {
  const accountsFile = await withRuntime(async () => {
    await publishFirst()
    return seedDemonstration()
  })
  if (!accountsFile) throw new WrongUse('There are organisations already: nothing was added.')
  const lines = [`The demonstration county is there. Its accounts: ${accountsFile}`]
  print({ accountsFile }, lines, options.json)
}
