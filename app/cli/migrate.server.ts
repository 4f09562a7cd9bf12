import { startRuntime, stopRuntime } from '#app/runtime.server.ts'

/** Applies missing migrations and says so. */
export async function migrate(): Promise<void> {
  await startRuntime()
  await stopRuntime()
  process.stderr.write('The database is up to date.\n')
}
