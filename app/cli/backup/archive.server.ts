import { spawn } from 'node:child_process'

function tar(args: string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn('tar', args, { stdio: ['ignore', 'ignore', 'pipe'] })
    child.once('error', reject)
    child.once('close', (code) => resolve(code === 0))
  })
}

/** Packs `names` of `folder` into a .tar.gz. Returns whether it could be written whole. */
export function pack(file: string, folder: string, names: string[]): Promise<boolean> {
  return tar(['-czf', file, '-C', folder, '--', ...names])
}

/**
 * Unpacks `names`, and nothing else that an archive may hold, into `folder`. Returns whether all of
 * them were there.
 */
export function unpack(file: string, folder: string, names: string[]): Promise<boolean> {
  return tar(['-xzf', file, '-C', folder, '--no-same-owner', '--', ...names])
}
