import type { FrontMatter } from '#app/learning/domain/gate/front-matter.ts'

/** `text` as a YAML scalar in double quotes: JSON is a part of YAML. */
function quoted(text: string): string {
  return JSON.stringify(text)
}

type Head = FrontMatter & { title: string; summary: string }

/** A lesson file made of its front matter and its text. */
export function withFrontMatter(head: Head, source: string): string {
  const { title, summary, tags, lang, order } = head
  const lines = [`title: ${quoted(title)}`, `summary: ${quoted(summary)}`]
  if (tags) lines.push(`tags: [${tags.map(quoted).join(', ')}]`)
  if (lang !== undefined) lines.push(`lang: ${quoted(lang)}`)
  if (order !== undefined) lines.push(`order: ${order}`)
  return `${['---', ...lines, '---', ''].join('\n')}${source.startsWith('\n') ? '' : '\n'}${source}`
}
