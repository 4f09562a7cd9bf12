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

const schema = z.object({
  /** Set by bootstrap from NODE_ENV: whether this is a real installation. */
  CIVIC_MODE: z.enum(['production', 'demonstration']).default('demonstration'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('is a port number, such as 3000')
    .int('is a port number, such as 3000')
    .min(0, 'is a port number, such as 3000')
    .max(65_535, 'is at most 65535')
    .default(3000),
  CIVIC_ORIGIN: origin.optional(),
  CIVIC_DATA: z.string().default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'is a postgres:// address; leave it out to use SQLite')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'is an smtp:// or smtps:// address; leave it out to send no mail')
    .optional(),
  MAIL_FROM: z.email('is the sender address of the mails').optional(),
  CIVIC_TRUST_PROXY: z.coerce
    .number('is how many reverse proxies stand in front, such as 1')
    .int()
    .min(0)
    .max(5)
    .default(0),
  CIVIC_SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:|https:\/\/|tel:)/, 'is a mailto:, https: or tel: address (RFC 9116)')
    .optional(),
  CIVIC_SESSION_IDLE_HOURS: z.coerce.number().min(0.1).max(24).default(4),
  CIVIC_SESSION_HOURS: z.coerce.number().min(0.2).max(168).default(12),
  CIVIC_BACKUP_HOURS: z.coerce.number().min(0).max(720).default(24),
  CIVIC_BACKUPS_KEPT: z.coerce.number().int().min(1).max(365).default(14),
  CIVIC_LOG_DAYS: z.coerce.number().int().min(7).max(3_650).default(180),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
})

/** The settings of this process, checked. Hours and days as named; paths absolute. */
export type Env = ReturnType<typeof readEnv>

/** Reads the settings from `source`. Throws a SettingError that names the first one to mend. */
export function readEnv(source: Record<string, string | undefined>) {
  const parsed = schema.safeParse(source)
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
    backupsFolder: join(folder, 'backups'),
  }
}

let loaded: Env | undefined

/** The settings, read once. */
export function env(): Env {
  loaded ??= readEnv(process.env)
  return loaded
}
