import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { SettingError } from '#app/env.server.ts'

const key = z.base64().transform((text) => Buffer.from(text, 'base64'))
const schema = z.object({
  /** Encrypts each person's own key in the identity vault. */
  vault: key,
  /** Makes the hashes by which a login is looked up in the vault. */
  index: key,
  /** Seeds of learners' lab data and test forms. */
  seed: key,
  /** Encrypts secrets in the main database, and authenticates short-lived cookies. */
  seal: key,
  /** Signs the audit head: an Ed25519 private key, PKCS #8. */
  sign: z.string(),
})

export type Keys = Omit<z.infer<typeof schema>, 'sign'> & { sign: KeyObject }

function create(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  const secret = () => randomBytes(32).toString('base64')
  return JSON.stringify({
    vault: secret(),
    index: secret(),
    seed: secret(),
    seal: secret(),
    sign: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  })
}

/** Node's own recursive mkdir never returns below /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The installation's keys from `file`; made the first time, readable by the owner alone.
 * `dataExists` says there is data already: then new keys would make it unreadable.
 */
export function loadKeys(file: string, dataExists: boolean): Keys {
  if (!existsSync(file)) {
    if (dataExists) {
      throw new SettingError(
        'CIVIC_DATA',
        `there is data but no ${file}: put back the keys.json that was kept with the backups`,
      )
    }
    makeFolder(dirname(file))
    writeFileSync(file, create(), { mode: 0o600, flag: 'wx' })
  }
  const parsed = schema.safeParse(readJson(file))
  if (!parsed.success) {
    throw new SettingError('CIVIC_DATA', `${file} is damaged: put back the copy you keep`)
  }
  return { ...parsed.data, sign: createPrivateKey(parsed.data.sign) }
}

/** Tells one installation's keys from another's without telling anything of them: SHA-256, hex. */
export function keysFingerprint({ vault, index, seed, seal, sign }: Keys): string {
  const hash = createHash('sha256').update('civic-keys')
  for (const part of [vault, index, seed, seal]) hash.update(part)
  return hash.update(createPublicKey(sign).export({ type: 'spki', format: 'der' })).digest('hex')
}
