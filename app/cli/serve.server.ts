import type { Server } from 'node:http'
import { startMailer } from '#app/accounts/mailer.server.ts'
import { env, SettingError } from '#app/env.server.ts'
import { labRuntimes } from '#app/labs/runtimes.server.ts'
import { log } from '#app/log.server.ts'
import { repeatErasures } from '#app/organisation/erase-person.server.ts'
import { startRuntime, stopRuntime } from '#app/runtime.server.ts'
import { createHttpServer } from '#app/server.ts'
import { beginDraining } from '#app/shell/readiness.server.ts'
import { deliverToVault } from '#db/audit/outbox.server.ts'
import { isOpenElsewhere } from '#db/client.server.ts'
import { dropWithdrawn } from '#db/white-hat/commands.server.ts'
import { greet, prepareFirstStart, publishLater } from './first-start.server.ts'
import { startSchedule } from './schedule.server.ts'

const drainMs = 10_000

function cannotListen(error: Error): Error {
  const { HOST, PORT } = env()
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new SettingError('PORT', `${PORT} is in use: stop the other program or set another PORT`)
  }
  if (code === 'EACCES') {
    return new SettingError('PORT', `${PORT} may not be used by this account: set one above 1023`)
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new SettingError('HOST', `${HOST} is no address of this machine: write 127.0.0.1 or ::`)
  }
  return error
}

function listen(server: Server): Promise<void> {
  const { HOST, PORT } = env()
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(error)))
    server.listen(PORT, HOST, resolve)
  })
}

/** Answers what is under way, takes nothing new, then closes everything. */
function drain(server: Server): Promise<void> {
  beginDraining()
  return new Promise((resolve) => {
    // A connection is idle, and may be closed, as soon as its last answer is out.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearInterval(sweep)
      resolve()
    })
    setTimeout(() => server.closeAllConnections(), drainMs).unref()
  })
}

/** Two servers on one folder would each keep forms, checks and throttles of their own. */
function refuseSecondServer(): void {
  const { folder, DATABASE_URL } = env()
  if (DATABASE_URL || !isOpenElsewhere(folder)) return
  throw new SettingError(
    'CIVIC_DATA',
    `${folder} is in use by another server or command: stop that first, or name another folder`,
  )
}

/** Starts the server; ends it in good order on SIGTERM or SIGINT. */
export async function serve(): Promise<void> {
  refuseSecondServer()
  await startRuntime()
  await prepareFirstStart()
  // Before anybody is served, after a crash between the two stores as well.
  await deliverToVault()
  await dropWithdrawn()
  await repeatErasures()
  const stopMailer = startMailer()
  const server = createHttpServer()
  try {
    await listen(server)
  } catch (error) {
    await stopRuntime()
    throw error
  }
  const schedule = await startSchedule()
  const end = async () => {
    const steps = [() => drain(server), stopMailer, schedule.stop, stopRuntime]
    let failures = 0
    for (const step of steps) {
      try {
        await step()
      } catch (error) {
        failures++
        log.error({ error }, 'could not stop in good order')
      }
    }
    log.info('stopped')
    process.exit(failures === 0 ? 0 : 3)
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  log.info({ origin: env().origin }, 'listening')
  // Last, so that no log line pushes it off the screen.
  await greet()
  publishLater()
  labRuntimes()
}
