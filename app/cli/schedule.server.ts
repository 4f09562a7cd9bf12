import { signHead } from '#app/audit/heads.server.ts'
import { env } from '#app/env.server.ts'
import { log } from '#app/log.server.ts'
import { deleteSpent } from '#db/audit/clean-up.server.ts'
import { deliverMail, deliverToVault } from '#db/audit/outbox.server.ts'
import { fadeSkills } from '#db/talent/fade.server.ts'
import { rebuildWhenDue } from '#db/white-hat/rebuild.server.ts'
import { backUpWhenDue } from './backup/scheduled-backup.server.ts'
import { applyRetention } from './retention.server.ts'

const minute = 60_000

type Task = {
  name: string
  every: number
  /** It is also done when the server starts. */
  atStart?: boolean
  work(): Promise<unknown>
}

/** What the server does by itself beside answering. */
function tasks(): Task[] {
  const { SMTP_URL, CIVIC_LOG_DAYS } = env()
  const mail = { name: 'mail', every: minute, work: deliverMail }
  return [
    { name: 'audit head', every: minute, work: signHead },
    ...(SMTP_URL ? [mail] : []),
    { name: 'vault', every: minute, work: deliverToVault },
    // Nightly: neither applicants nor evidence may enter the masked pool just after they came, nor
    // at a start of the server, which a quiet day leaves a single person to be matched with.
    {
      ...{ name: 'white-hat pool', every: 10 * minute, atStart: true },
      work: () => rebuildWhenDue(Date.now()),
    },
    { name: 'skills', every: 6 * 60 * minute, work: () => fadeSkills(Date.now()) },
    {
      name: 'clean-up',
      every: 60 * minute,
      work: () => deleteSpent(Date.now(), CIVIC_LOG_DAYS),
    },
    {
      name: 'retention',
      every: 6 * 60 * minute,
      work: () => applyRetention(Date.now()),
    },
    {
      name: 'backup',
      every: 10 * minute,
      async work() {
        const file = await backUpWhenDue(Date.now())
        if (file) log.info({ file }, 'backup written')
      },
    },
  ]
}

/** Runs `work` again and again, never twice at once; a failure is logged and tried again next time. */
function repeat({ name, every, atStart, work }: Task) {
  let running: Promise<void> | undefined
  const run = () => {
    running ??= work()
      .then(
        () => {},
        (error: unknown) => log.error({ task: name, error }, 'task failed'),
      )
      .finally(() => {
        running = undefined
      })
    return running
  }
  if (atStart) run()
  const timer = setInterval(run, every)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

/** Starts the tasks. `stop` waits for what is under way and signs the audit head once more. */
export async function startSchedule(): Promise<{ stop(): Promise<void> }> {
  const running = tasks().map(repeat)
  return {
    async stop() {
      await Promise.all(running.map((task) => task.stop()))
      await signHead()
    },
  }
}
