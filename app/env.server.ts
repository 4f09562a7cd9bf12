import { join, resolve } from 'node:path'
import { z } from 'zod'

/** A setting that is wrong or missing: its name, and what to do about it. */
export class SettingError extends Error {
  constructor(
    readonly setting: string,
    remedy: string,
  ) {
    super(`${setting}: ${remedy}`)
  }
}

const origin = z.string().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.origin === value) return url.origin
  context.addIssue(
    'write the address people type, such as https://skills.example.gov, with no path',
  )
  return z.NEVER
})

/** A number within bounds; `what` completes “NAME: is …”. */
function count(what: string, least: number, most: number) {
  const remedy = `is ${what}: a number from ${least} to ${most}`
  return z.coerce.number(remedy).min(least, remedy).max(most, remedy)
}

/** A time of keeping, in calendar months; three years unless said otherwise. */
function months(what: string, least: number) {
  return count(`how many months ${what}`, least, 600).int('is a whole number').default(36)
}

function hasHost(address: string): boolean {
  return URL.canParse(address) && new URL(address).hostname !== ''
}

/** Whether nobody but this machine itself can use the address. */
function isLoopback(address: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(address).hostname)
}

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const

const schema = z.object({
  /** Set by bootstrap from NODE_ENV: whether this is a real installation. */
  CIVIC_MODE: z.enum(['production', 'demonstration']).default('demonstration'),
  HOST: z.string().default('127.0.0.1'),
  PORT: count('the port to listen on, such as 3000', 1, 65_535)
    .int('is a whole number')
    .default(3000),
  CIVIC_ORIGIN: origin.optional(),
  CIVIC_DATA: z.string().default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'is a postgres:// address; leave it out to use SQLite')
    .refine(hasHost, 'cannot be read: write postgres://account:password@host:5432/database')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'is an smtp:// or smtps:// address; leave it out to send no mail')
    .refine(hasHost, 'cannot be read: write smtps://account:password@host:465')
    .optional(),
  MAIL_FROM: z.email('is the sender address of the mails').optional(),
  CIVIC_TRUST_PROXY: count('how many reverse proxies stand in front', 0, 5)
    .int('is a whole number')
    .default(0),
  CIVIC_SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:|https:\/\/|tel:)/, 'is a mailto:, https: or tel: address (RFC 9116)')
    .optional(),
  CIVIC_SESSION_IDLE_HOURS: count('how many hours a session may idle', 0.1, 24).default(4),
  CIVIC_SESSION_HOURS: count('how many hours a session may last', 0.2, 168).default(12),
  CIVIC_BACKUP_HOURS: count('how many hours lie between backups', 0, 720).default(24),
  CIVIC_BACKUPS_KEPT: count('how many backups are kept', 1, 365)
    .int('is a whole number')
    .default(14),
  CIVIC_LOG_DAYS: count('how many days spent records are kept', 7, 3_650)
    .int('is a whole number')
    .default(180),
  CIVIC_ANSWERS_MONTHS: months('answers are kept', 1),
  CIVIC_LOOKS_MONTHS: months('it is kept who looked at whom', 6),
  CIVIC_IDENTITY_MONTHS: months('the identity of who left is kept (0: until erased)', 0),
  LOG_LEVEL: z.enum(logLevels, `is one of: ${logLevels.join(', ')}`).default('info'),
})

/** Variables with our prefix that are no settings: of the build and of the tests. */
const internal = new Set(['CIVIC_BUILD', 'CIVIC_COUNTIES', 'CIVIC_TEST_ENGINE'])

/** A name of ours that is misspelt would do nothing, unnoticed. */
function refuseUnknown(names: string[]): void {
  const isOurs = (name: string) => name in schema.shape || internal.has(name)
  const unknown = names.find((name) => name.startsWith('CIVIC_') && !isOurs(name))
  if (unknown) throw new SettingError(unknown, 'is no setting: README.md lists them all')
}

/** The settings of this process, checked. Hours and days as named; paths absolute. */
export type Env = ReturnType<typeof readEnv>

/** Reads the settings from `source`. Throws a SettingError that names the first one to mend. */
export function readEnv(source: Record<string, string | undefined>) {
  // A line such as `SMTP_URL=` in a settings file means that it is not set.
  const set = Object.entries(source).filter(([, value]) => value !== '')
  refuseUnknown(set.map(([name]) => name))
  const parsed = schema.safeParse(Object.fromEntries(set))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new SettingError(String(issue?.path[0] ?? 'environment'), issue?.message ?? 'is wrong')
  }
  const env = parsed.data
  if (env.CIVIC_MODE === 'production' && !env.CIVIC_ORIGIN) {
    throw new SettingError(
      'CIVIC_ORIGIN',
      'is needed in production: the address people type, such as https://skills.example.gov',
    )
  }
  if (env.CIVIC_MODE === 'production' && env.CIVIC_ORIGIN?.startsWith('http:')) {
    if (!isLoopback(env.CIVIC_ORIGIN)) {
      throw new SettingError(
        'CIVIC_ORIGIN',
        'begins with https:// in production, or passwords would travel in the open: put a reverse proxy with TLS in front',
      )
    }
  }
  if (env.SMTP_URL && !env.MAIL_FROM) {
    throw new SettingError('MAIL_FROM', 'is needed with SMTP_URL: the sender address of the mails')
  }
  const folder = resolve(env.CIVIC_DATA)
  const origin = env.CIVIC_ORIGIN ?? `http://${env.HOST}:${env.PORT}`
  return {
    ...env,
    folder,
    origin,
    https: origin.startsWith('https:'),
    CIVIC_SECURITY_CONTACT: env.CIVIC_SECURITY_CONTACT ?? `${origin}/accessibility#contact`,
    keysFile: join(folder, 'keys.json'),
    headsFile: join(folder, 'audit-heads.jsonl'),
    erasedFile: join(folder, 'erased.txt'),
    backupsFolder: join(folder, 'backups'),
  }
}

let loaded: Env | undefined

/** The settings, read once. */
export function env(): Env {
  loaded ??= readEnv(process.env)
  return loaded
}
