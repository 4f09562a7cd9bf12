import type { markdown } from '@codemirror/lang-markdown'

type Extensions = NonNullable<NonNullable<Parameters<typeof markdown>[0]>['extensions']>

/** Front matter is a block of its own: read as Markdown its last line would make it a heading. */
export const frontMatter: Extensions = {
  defineNodes: [{ name: 'FrontMatter', block: true }],
  parseBlock: [
    {
      name: 'FrontMatter',
      before: 'HorizontalRule',
      parse(context, line) {
        if (context.lineStart !== 0 || line.text.trimEnd() !== '---') return false
        let isOpen = true
        while (isOpen && context.nextLine()) isOpen = line.text.trimEnd() !== '---'
        const end = context.lineStart + line.text.length
        context.nextLine()
        context.addElement(context.elt('FrontMatter', 0, end))
        return true
      },
    },
  ],
}
