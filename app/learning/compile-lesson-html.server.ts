import type { Element, Nodes, Root } from 'hast'
import type {} from 'mdast-util-mdx'
import type { Locale } from '#app/shared/domain/text.ts'
import type { LessonHeading } from './domain/compiled-lesson.ts'

/** Before every heading's id, so that an author's words cannot take a name the page itself uses. */
export const headingPrefix = 'h-'

type Options = { locale: Locale; headings: LessonHeading[] }

/**
 * The last plugin on the HTML tree: gathers the headings into `headings` and makes what the other
 * plugins leave fit our pages. No inline style (the content security policy forbids it), alignment as
 * a class, links to other sites without a referrer, anchors to headings with their prefix, a table in a
 * frame of its own, and a task's box as a sign, since a form control would need a label.
 */
export function rehypeFinish({ locale, headings }: Options) {
  return (tree: Root) => {
    each(tree, (element) => {
      const id = element.properties.id
      if (/^h[1-6]$/.test(element.tagName) && String(id).startsWith(headingPrefix)) {
        headings.push({
          id: String(id),
          text: textOf(element).trim(),
          depth: Number(element.tagName[1]),
        })
      }
    })
    const tables: Element[] = []
    each(tree, (element) => {
      if (element.tagName === 'table') tables.push(element)
    })
    for (const table of tables) finishTable(table, locale)
    const ids = new Set(headings.map(({ id }) => id))
    each(tree, (element) => {
      delete element.properties.style
      if (element.tagName === 'a') finishLink(element, ids)
      if (element.tagName === 'img') element.properties.loading = 'lazy'
      if (element.tagName === 'th' || element.tagName === 'td') finishCell(element)
      if (element.tagName === 'input') finishTask(element, locale)
    })
  }
}

function each(node: Nodes, visit: (element: Element) => void): void {
  if (node.type === 'element') visit(node)
  if ('children' in node) for (const child of node.children) each(child, visit)
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  // Of a formula only the source is text to read; its MathML spells every sign out again.
  if (node.type === 'element' && node.tagName === 'math') return formulaOf(node)
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function formulaOf(math: Element): string {
  let formula = ''
  each(math, ({ tagName, children }) => {
    if (tagName === 'annotation') formula = children.map(textOf).join('')
  })
  return formula
}

function finishLink(element: Element, headingIds: Set<string>): void {
  const href = String(element.properties.href ?? '')
  if (/^https?:/i.test(href)) element.properties.rel = ['noopener', 'noreferrer']
  if (!href.startsWith('#')) return
  const id = headingPrefix + decodeURIComponent(href.slice(1))
  if (headingIds.has(id)) element.properties.href = `#${encodeURIComponent(id)}`
}

function finishCell(element: Element): void {
  const { align } = element.properties
  if (align) element.properties.className = [`align-${align}`]
  delete element.properties.align
}

/** Wide tables scroll by themselves, and what scrolls must be reachable by keyboard. */
function finishTable(element: Element, locale: Locale): void {
  const table: Element = { ...element }
  element.tagName = 'div'
  const ariaLabel = { en: 'Table', 'zh-CN': '表格' }[locale]
  element.properties = { className: ['scroll'], role: 'group', ariaLabel, tabIndex: 0 }
  element.children = [table]
}

function finishTask(element: Element, locale: Locale): void {
  const done = element.properties.checked === true
  const words = { en: ['To do', 'Done'], 'zh-CN': ['未完成', '已完成'] }[locale]
  element.tagName = 'span'
  element.properties = { className: ['task'], role: 'img', ariaLabel: words[Number(done)] }
  element.children = [{ type: 'text', value: done ? '☑' : '☐' }]
}
