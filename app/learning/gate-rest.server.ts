import { type Mended, mend } from './domain/gate/mend.ts'
import type { ParserMessage } from './domain/gate/parse-failure.ts'
import { type Finding, refuses } from './domain/gate/problem.ts'
import { checkTagText } from './gate-component.server.ts'
import { type Failure, parseLesson } from './gate-parse.server.ts'
import { checkTree } from './gate-tree.server.ts'

/** Attempts at reading the rest of a lesson, and characters that all attempts together may read. */
const maxAttempts = 40
const maxRead = 48 * 1024

/** Half a pair of tags: taking one out leaves the other, which is no fault of the author's. */
const halves: ReadonlySet<string> = new Set(['closing-tag', 'unclosed-tag', 'tag-crosses-block'])

/**
 * What else is wrong with a lesson that does not parse: piece by piece what the parser stumbles over is taken
 * out and looked at by itself, so that an author hears of all problems at once.
 */
export function findInRest(source: string, failure: Failure): Finding[] {
  const attempts = Math.min(maxAttempts, Math.floor(maxRead / source.length))
  const found: Finding[] = []
  const failedParagraphs = new Set<number>()
  let text = source
  let message = failure.message
  for (let attempt = 0; message; attempt += 1) {
    // What stands below an import was never looked at as a paragraph.
    if (!message.syntax.endsWith('mdxjs-esm')) {
      failedParagraphs.add(paragraphOf(source, message.at?.line ?? 1))
    }
    const mended: Mended | undefined = mend(text, message) ?? withoutParagraph(text, message)
    if (!mended) break
    found.push(...mended.findings)
    if (mended.tag) found.push(...checkTagText(mended.tag, mended.tag.at))
    if (attempt >= attempts) break
    text = mended.text
    const parsed = parseLesson(text)
    if (parsed.tree) {
      found.push(...checkTree(parsed.tree, text).filter(refuses))
      break
    }
    found.push(
      ...parsed.findings.filter(({ code, detail, line }) => {
        const isNew = !failedParagraphs.has(paragraphOf(source, line))
        return code !== 'PARSE' || (isNew && !halves.has(detail))
      }),
    )
    message = parsed.message
  }
  return found
}

function paragraphOf(source: string, line: number): number {
  return source.split('\n', line).filter((text) => !text.trim()).length
}

/** Not if a code fence goes: the rest would turn inside out. */
function withoutParagraph(source: string, { at }: ParserMessage): Mended | undefined {
  const lines = source.split('\n')
  let start = Math.min((at?.line ?? 1) - 1, lines.length - 1)
  while (start > 0 && !lines[start]?.trim()) start -= 1
  let end = start
  while (start > 0 && lines[start - 1]?.trim()) start -= 1
  while (end < lines.length && lines[end]?.trim()) end += 1
  const paragraph = lines.slice(start, end)
  if (end === start || paragraph.some((line) => /^[\s>]*(?:`{3}|~{3}|\$\$)/.test(line))) {
    return undefined
  }
  lines.fill('', start, end)
  return { text: lines.join('\n'), findings: [] }
}
