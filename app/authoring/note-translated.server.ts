import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { checkLesson } from '#app/learning/gate.server.ts'
import { blockHashes } from '#app/learning/lesson-blocks.server.ts'

/** Writes into `module.yaml` which Chinese blocks the English was written from. */
export function noteTranslated(folder: string): void {
  const { lesson } = checkLesson(readFileSync(join(folder, 'lesson.zh-CN.mdx')))
  if (!lesson) throw new Error(`${folder}: the Chinese lesson does not pass the gate`)
  const path = join(folder, 'module.yaml')
  const document = parseDocument(readFileSync(path, 'utf8'))
  const hashes = blockHashes(lesson.tree, lesson.source).map(({ hash }) => hash)
  document.set('translatedFrom', hashes)
  writeFileSync(path, document.toString({ lineWidth: 0 }))
}
