import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

/** Replaces the marked lines, by number from 1. */
export const markProblems = StateEffect.define<number[]>()

const mark = Decoration.line({ class: 'problem-line' })

/** Tints the lines that the list of problems names; they move with the text until it is checked again. */
export const problemLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marked, transaction) {
    const moved = marked.map(transaction.changes)
    const effect = transaction.effects.find((each) => each.is(markProblems))
    if (!effect) return moved
    const { doc } = transaction.state
    const lines = [...new Set(effect.value as number[])].filter((line) => line <= doc.lines)
    return Decoration.set(
      lines.sort((a, b) => a - b).map((line) => mark.range(doc.line(line).from)),
    )
  },
  provide: (field) => EditorView.decorations.from(field),
})
