/** Broken into lines so that the limit on a line's length is not what stops it. */
function inLines(text: string): string {
  return text.replace(/.{18000}/g, '$&\n')
}

const short = 8_000

/**
 * Inputs within every limit that is counted in the text, each of a kind that makes the parser slow:
 * quadratic resolvers, retries of the JavaScript parser, or sheer numbers of small nodes. Found by
 * trying 185 kinds; these are the slowest, and of each kind one.
 */
export const hostileDocuments: Record<string, string> = {
  'closing braces in a string': `{"${'}'.repeat(short)}"}`,
  'closing braces in a comment of many lines': `{/*${'}\n'.repeat(short)}*/}`,
  'closing braces in an attribute': `<Note title={"${'}'.repeat(short)}"}/>`,
  'an import that goes on': `import a from "b"\n${'a\n'.repeat(60_000)}`,
  'single tildes': inLines('a~b'.repeat(60_000)),
  'pairs of tildes': inLines('a~~b~'.repeat(40_000)),
  'underscores that stars close': '_a* '.repeat(4_000),
  'a link label of many lines': `[${'a\n'.repeat(20_000)}`,
  'brackets that close nothing': inLines(']: '.repeat(60_000)),
  'quotations that end lazily': '> a\nb\n'.repeat(40_000),
  'deep quotations': `${'> '.repeat(32)}a\n\n`.repeat(3_900),
  'list markers in one line': '- '.repeat(3_800),
  'lists in lists in every line': `${'1. '.repeat(20)}a\n`.repeat(4_000),
  'a long item': `${'- '.repeat(40)}a\n${'\n'.repeat(150_000)}`,
  'underlined headings': 'a\n=\n'.repeat(60_000),
  'paragraphs of one letter': 'a\n\n'.repeat(80_000),
  'a table of many rows': `a|b\n-|-\n${'a|b\n'.repeat(60_000)}`,
  'rows that are no table': '|a|\n'.repeat(60_000),
  'empty lines': '\n'.repeat(262_000),
}
