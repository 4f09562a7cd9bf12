import { byteLength } from './limits.ts'
import { type Finding, finding } from './problem.ts'

/** UTF-8 bytes the front matter may take, its fences not counted. */
export const maxFrontMatterBytes = 4 * 1024

/** A document taken apart. `bodyLine` is the line of the file that the body's first line is. */
export type Split = {
  /** The YAML between the fences; absent where there is none or it must not be read. */
  yaml?: string
  body: string
  bodyLine: number
  findings: Finding[]
}

/**
 * Separates front matter from the body. A fence is a line of `---` and nothing more. A first line that
 * begins with `---` and goes on is refused and never read as anything, since other readers take
 * `---js` as code to run.
 */
export function splitFrontMatter(text: string): Split {
  if (!text.startsWith('---')) return { body: text, bodyLine: 1, findings: [] }
  const lines = text.split('\n')
  const exact = lines[0] === '---'
  const findings = exact ? [] : [finding('FRONTMATTER', 'fence', { line: 1, column: 4 })]
  const closing = lines.indexOf('---', 1)
  if (closing < 0) {
    if (exact) findings.push(finding('FRONTMATTER', 'unclosed', { line: 1, column: 1 }))
    return { body: '', bodyLine: lines.length, findings }
  }
  const yaml = lines.slice(1, closing).join('\n')
  const rest = { body: lines.slice(closing + 1).join('\n'), bodyLine: closing + 2, findings }
  if (!exact) return rest
  if (byteLength(yaml) > maxFrontMatterBytes) {
    findings.push(finding('FRONTMATTER', 'size', { line: 1, column: 1 }))
    return rest
  }
  return { ...rest, yaml }
}
