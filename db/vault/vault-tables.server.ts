import { bytes, index, instant, text, uniqueIndex, vaultTable } from '#db/dialect/index.ts'

/**
 * The identity vault: the only place that names anyone. `sealedKey` is the person's own data key,
 * encrypted with the installation's; without it `sealed` is noise, which is what erasure means.
 */
export const identities = vaultTable('identities', {
  personId: text('person_id').primaryKey(),
  sealedKey: bytes('sealed_key').notNull(),
  sealed: bytes('sealed').notNull(),
  changedAt: instant('changed_at').notNull(),
})

/** Keyed hashes of what people sign in with, since encrypted columns cannot be looked up. */
export const logins = vaultTable(
  'logins',
  {
    hash: text('hash').primaryKey(),
    personId: text('person_id').notNull(),
    kind: text('kind', { enum: ['staff-number', 'email'] }).notNull(),
  },
  (t) => [
    index('logins_person').on(t.personId),
    uniqueIndex('logins_person_kind').on(t.personId, t.kind),
  ],
)

/** Which code name a white hat goes by, encrypted with the person's key. Nothing else knows. */
export const codeNames = vaultTable('code_names', {
  personId: text('person_id').primaryKey(),
  sealed: bytes('sealed').notNull(),
})

/**
 * What became of applications since the masked pool was last written, encrypted: the audit trail has
 * it from then on. Until then nothing outside the vault moves when somebody of no pool applies.
 */
export const pendingActs = vaultTable('pending_acts', {
  id: text('id').primaryKey(),
  sealed: bytes('sealed').notNull(),
})

/** Outbox messages already applied, so that a second delivery changes nothing. */
export const delivered = vaultTable('delivered', {
  messageId: text('message_id').primaryKey(),
})
