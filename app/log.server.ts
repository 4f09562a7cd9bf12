import { pino } from 'pino'

// The settings refuse a level that is none, by name; the log must be there to hear of other faults.
const wanted = process.env.LOG_LEVEL ?? ''
const level = wanted === 'silent' || wanted in pino.levels.values ? wanted : 'info'

/**
 * The process's log: JSON lines on standard error. Only ids, codes, paths without their query and
 * times go in; nothing that names a person, no body, no cookie, no token.
 */
export const log = pino(
  {
    level,
    base: undefined,
    // An error's message may quote what a person typed: the class, code and stack lines are enough.
    serializers: {
      error(error: unknown) {
        if (!(error instanceof Error)) return { type: typeof error }
        const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
        const code = 'code' in error ? String(error.code) : undefined
        return { type: error.name, code, stack: stack.slice(0, 12).map((line) => line.trim()) }
      },
    },
  },
  pino.destination({ fd: 2, sync: true }),
)
