import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

/** What a backup says about itself: `manifest.json` in the archive. */
export const manifest = z.strictObject({
  format: z.literal('civic-backup-1'),
  /** UTC milliseconds. */
  at: z.int(),
  /** Which keys.json opens it; the keys themselves are not in it. */
  keys: z.string(),
  /** SHA-256 of each file, hex. */
  files: z.record(z.string().regex(/^[a-z-]+\.(sqlite|jsonl)$/), z.string().length(64)),
})
export type Manifest = z.infer<typeof manifest>

/** SHA-256 of a file, hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** The files whose content is not what the manifest says, or that are missing. */
export async function damagedFiles(folder: string, { files }: Manifest): Promise<string[]> {
  const damaged: string[] = []
  for (const [name, hash] of Object.entries(files)) {
    const found = await hashFile(join(folder, name)).catch(() => '')
    if (found !== hash) damaged.push(name)
  }
  return damaged
}
