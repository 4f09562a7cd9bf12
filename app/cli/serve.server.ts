import type { Server } from 'node:http'
import { env } from '#app/env.server.ts'
import { labRuntimes } from '#app/labs/runtimes.server.ts'
import { log } from '#app/log.server.ts'
import { startRuntime, stopRuntime } from '#app/runtime.server.ts'
import { createHttpServer } from '#app/server.ts'
import { beginDraining } from '#app/shell/readiness.server.ts'

const drainMs = 10_000

function listen(server: Server): Promise<void> {
  const { HOST, PORT } = env()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(PORT, HOST, resolve)
  })
}

/** Answers what is under way, takes nothing new, then closes everything. */
function drain(server: Server): Promise<void> {
  beginDraining()
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), drainMs).unref()
  })
}

/** Starts the server; ends it in good order on SIGTERM or SIGINT. */
export async function serve(): Promise<void> {
  await startRuntime()
  const server = createHttpServer()
  await listen(server)
  process.stderr.write(`\n  ${env().origin}\n\n`)
  log.info({ origin: env().origin }, 'listening')
  labRuntimes()
  const end = async () => {
    await drain(server)
    await stopRuntime()
    log.info('stopped')
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}
