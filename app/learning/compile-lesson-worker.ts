import process from 'node:process'
import type { Locale } from '#app/shared/domain/text.ts'
import { renderLesson } from './compile-lesson-render.server.ts'
import type { CompileReply, CompileRequest } from './domain/compile-messages.ts'

/**
 * The process that compiles lessons: takes one request at a time from its parent and answers it. It ends
 * with its parent, which also gives it its empty environment and its limits.
 */
process.on('message', async ({ source, locale }: CompileRequest) => {
  process.send?.(await reply(source, locale))
})
process.on('disconnect', () => process.exit())

async function reply(source: string, locale: Locale): Promise<CompileReply> {
  try {
    return { lesson: await renderLesson(source, locale) }
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) }
  }
}
