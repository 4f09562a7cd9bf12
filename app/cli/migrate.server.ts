import { print, withRuntime } from './operator.server.ts'

/** `civic migrate`: applies missing migrations and says so. */
export async function migrate(options: { json?: boolean }): Promise<void> {
  await withRuntime(async () => undefined)
  print({ upToDate: true }, ['The database is up to date.'], options.json)
}
