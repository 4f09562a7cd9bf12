/** `text` as a YAML scalar in double quotes: JSON is a part of YAML. */
function quoted(text: string): string {
  return JSON.stringify(text)
}

type Head = { title: string; summary: string }

/** A lesson file made of its title, its summary and its text. */
export function withFrontMatter({ title, summary }: Head, source: string): string {
  const lines = ['---', `title: ${quoted(title)}`, `summary: ${quoted(summary)}`, '---', '']
  return `${lines.join('\n')}${source.startsWith('\n') ? '' : '\n'}${source}`
}
