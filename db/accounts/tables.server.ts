import { boolean, bytes, index, instant, integer, table, text } from '#db/dialect/index.ts'
import { person } from '#db/organisation/tables.server.ts'

export const credentials = table('credentials', {
  personId: person().primaryKey(),
  /** argon2id in PHC string form. */
  passwordHash: text('password_hash').notNull(),
  changedAt: instant('changed_at').notNull(),
  /** Shorter than 15 characters: good only together with a second factor. */
  passwordShort: boolean('password_short').notNull(),
  /** The TOTP secret, encrypted with the installation's key; in force once confirmed. */
  totpSealed: bytes('totp_sealed'),
  totpConfirmedAt: instant('totp_confirmed_at'),
  /** The last time step accepted, so that a code works once (RFC 6238, 5.2). */
  totpLastStep: integer('totp_last_step'),
})

export const recoveryCodes = table(
  'recovery_codes',
  {
    hash: text('hash').primaryKey(),
    personId: person(),
    usedAt: instant('used_at'),
  },
  (t) => [index('recovery_codes_person').on(t.personId)],
)

/** Sessions by the SHA-256 of their token; the token itself is only in the person's cookie. */
export const sessions = table(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    /** What the person's own list of sessions names it by. */
    id: text('id').notNull(),
    personId: person(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** The browser's own short description, as the person would recognise it. */
    device: text('device').notNull(),
  },
  (t) => [index('sessions_person').on(t.personId)],
)

export const passwordTokenKinds = ['invitation', 'reset'] as const

/** One-use links that let a person set a password: an invitation (72 h) or a reset. */
export const passwordTokens = table(
  'password_tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    kind: text('kind', { enum: passwordTokenKinds }).notNull(),
    personId: person(),
    createdBy: text('created_by'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    revoked: boolean('revoked').notNull(),
  },
  (t) => [index('password_tokens_person').on(t.personId)],
)

/** A person who forgot the password and has no mail asks here; the administrator answers. */
export const resetRequests = table(
  'reset_requests',
  {
    id: text('id').primaryKey(),
    personId: person(),
    at: instant('at').notNull(),
    settledAt: instant('settled_at'),
  },
  (t) => [index('reset_requests_person').on(t.personId)],
)
