import { SQLite } from '@codemirror/lang-sql'
import { EditorState } from '@codemirror/state'
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'
import { minimalSetup } from 'codemirror'

/** The editor in place of the text area, whose value it keeps up to date. */
export type Editor = { read: () => string; write: (text: string) => void }

type Options = {
  area: HTMLTextAreaElement
  label: HTMLElement
  nonce: string
  onChange: () => void
  onRun: () => void
}

const indent = '  '

/** Tab at a caret puts in spaces, over a selection it moves whole lines. */
function indentLines({ state, dispatch }: EditorView): boolean {
  const { empty, from, to } = state.selection.main
  const changes = linesBetween(state, from, to).map((line) => ({ from: line.from, insert: indent }))
  dispatch(state.update(empty ? state.replaceSelection(indent) : { changes }))
  return true
}

function outdentLines({ state, dispatch }: EditorView): boolean {
  const { from, to } = state.selection.main
  const changes = linesBetween(state, from, to).flatMap(({ from, text }) => {
    const blanks = /^ {1,2}/.exec(text)?.[0].length ?? 0
    return blanks > 0 ? [{ from, to: from + blanks }] : []
  })
  dispatch(state.update({ changes }))
  return true
}

function linesBetween(state: EditorState, from: number, to: number) {
  const first = state.doc.lineAt(from).number
  const last = state.doc.lineAt(to).number
  return Array.from({ length: last - first + 1 }, (_, i) => state.doc.line(first + i))
}

// The stylesheet's layers lose against CodeMirror's own rules, so its looks are set here.
const theme = EditorView.theme({
  '&': {
    border: '1px solid var(--ink-2)',
    borderRadius: 'var(--radius)',
    background: 'var(--surface)',
    fontSize: '0.86rem',
  },
  '&.cm-focused': { outline: '3px solid var(--focus)', boxShadow: '0 0 0 5px var(--ink)' },
  '.cm-content:focus-visible': { outline: 'none', boxShadow: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    lineHeight: '1.6',
    minHeight: '12em',
    maxHeight: '60vh',
  },
  '.cm-gutters': {
    background: 'var(--code)',
    color: 'var(--ink-2)',
    borderRight: '1px solid var(--rule)',
  },
})

/** Full-width spaces look like any other blank, and SQL does not take them for one. */
const fullWidthSpace = highlightSpecialChars({ addSpecialChars: /\u3000/g })

/** Puts a CodeMirror editor in place of `area`; the area stays in the form, hidden. */
export function replaceTextArea({ area, label, nonce, onChange, onRun }: Options): Editor {
  const view = new EditorView({
    state: EditorState.create({
      doc: area.value,
      extensions: [
        EditorView.cspNonce.of(nonce),
        keymap.of([
          {
            key: 'Mod-Enter',
            run: () => {
              onRun()
              return true
            },
          },
          // Esc and then Tab leaves: CodeMirror lets Tab through for two seconds after Esc.
          { key: 'Tab', run: indentLines, shift: outdentLines },
        ]),
        lineNumbers(),
        fullWidthSpace,
        minimalSetup,
        SQLite.extension,
        EditorView.lineWrapping,
        EditorState.tabSize.of(indent.length),
        EditorView.contentAttributes.of({
          'aria-label': label.textContent ?? '',
          'aria-multiline': 'true',
          autocapitalize: 'off',
          spellcheck: 'false',
        }),
        theme,
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return
          area.value = update.state.doc.toString()
          onChange()
        }),
      ],
    }),
  })
  area.before(view.dom)
  area.hidden = true
  label.addEventListener('click', () => view.focus())
  return {
    read: () => view.state.doc.toString(),
    write: (text) => {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
    },
  }
}
