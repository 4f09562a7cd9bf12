/** A piece of a line: plain text, or code between backticks. */
export type Inline = { code: boolean; text: string }
/** A paragraph, or what stood between ``` fences (its language is what follows the fence). */
export type Block =
  | { kind: 'paragraph'; parts: Inline[] }
  | { kind: 'code'; language: string; text: string }

/**
 * `text` cut at its `` `code` ``. That is all the markup there is: everything else, angle brackets
 * and stray backticks included, is text.
 */
export function parseInline(text: string): Inline[] {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part) =>
      /^`[^`\n]+`$/.test(part)
        ? { code: true, text: part.slice(1, -1) }
        : { code: false, text: part },
    )
    .filter((part) => part.text !== '')
}

/** `text` without its backticks, for where no markup can stand (an option of a select). */
export function plainText(text: string): string {
  return parseInline(text)
    .map((part) => part.text)
    .join('')
}

/**
 * A prompt as blocks: fenced code word for word, and each other line that is not blank as a
 * paragraph. A fence that is not closed runs to the end.
 */
export function parsePrompt(text: string): Block[] {
  const blocks: Block[] = []
  let fence: { language: string; lines: string[] } | undefined
  const close = () => {
    if (fence) blocks.push({ kind: 'code', language: fence.language, text: fence.lines.join('\n') })
    fence = undefined
  }
  for (const line of text.split(/\r?\n/)) {
    const mark = /^```(\w*)\s*$/.exec(line)
    if (mark && fence) close()
    else if (mark) fence = { language: mark[1] ?? '', lines: [] }
    else if (fence) fence.lines.push(line)
    else if (line.trim() !== '') blocks.push({ kind: 'paragraph', parts: parseInline(line.trim()) })
  }
  close()
  return blocks
}
