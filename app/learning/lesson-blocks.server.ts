import { createHash } from 'node:crypto'
import type { Root } from 'mdast'
import type { LessonBlock } from './domain/compiled-lesson.ts'

/**
 * The blocks of `tree`, one for each node at its top level but comments, with their hashes: the first 16 hexadecimal
 * digits of the SHA-256 of the block's text in `source`, in NFC and with each stretch of white space
 * taken as one space. Blocks that read the same get ids that differ by a number.
 */
export function blockHashes(tree: Root, source: string): LessonBlock[] {
  const seen = new Map<string, number>()
  const written = tree.children.filter(({ type }) => type !== 'mdxFlowExpression')
  return written.map(({ position }) => {
    const text = source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
    const evened = text.normalize('NFC').replace(/\s+/g, ' ').trim()
    const hash = createHash('sha256').update(evened).digest('hex').slice(0, 16)
    const times = (seen.get(hash) ?? 0) + 1
    seen.set(hash, times)
    return { id: times === 1 ? `b-${hash}` : `b-${hash}-${times}`, hash }
  })
}
