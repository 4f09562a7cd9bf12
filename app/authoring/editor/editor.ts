import { markdown } from '@codemirror/lang-markdown'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { basicSetup } from 'codemirror'
import { quizSamples, withSample } from '#app/authoring/domain/quiz-samples.ts'
import { frontMatter } from './front-matter.ts'
import { keepLive } from './live-page.ts'
import { phrases } from './phrases.ts'
import { markProblems, problemLines } from './problem-lines.ts'

// Puts an editor in the place of the form's text area and keeps the page beside it up to date. The form
// stays the way in which everything is saved, so the page works the same without this script.

function goTo(view: EditorView, line: number, column: number): void {
  const found = view.state.doc.line(Math.min(line, view.state.doc.lines))
  const at = Math.min(found.from + column - 1, found.to)
  view.dispatch({
    selection: { anchor: at },
    effects: EditorView.scrollIntoView(at, { y: 'center' }),
  })
  view.focus()
}

function start(box: HTMLElement): void {
  const form = box.querySelector('form')
  const area = form?.querySelector<HTMLTextAreaElement>('textarea[name="text"]')
  if (!form || !area) return
  const label = form.querySelector('label[for="f-text"]')?.textContent ?? ''
  const view = new EditorView({
    doc: area.value,
    extensions: [
      basicSetup,
      box.dataset.editor === 'quiz' ? [] : markdown({ extensions: frontMatter }),
      problemLines,
      EditorView.lineWrapping,
      EditorView.cspNonce.of(box.dataset.nonce ?? ''),
      EditorState.phrases.of(phrases()),
      EditorView.contentAttributes.of({
        'aria-label': label,
        lang: area.lang,
        id: 'f-text',
        tabindex: '0',
      }),
      keymap.of([{ key: 'Mod-s', preventDefault: true, run: () => live.saveNow() }]),
      EditorView.updateListener.of((update) => update.docChanged && live.changed()),
    ],
  })
  const live = keepLive(box, form, () => view.state.doc.toString(), showProblems)
  area.removeAttribute('id')
  area.hidden = true
  area.after(view.dom)
  form.addEventListener('submit', () => {
    area.value = view.state.doc.toString()
    live.leaving()
  })
  offerSamples(view)
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element && event.target.closest<HTMLElement>('a[data-line]')
    if (!link) return
    event.preventDefault()
    goTo(view, Number(link.dataset.line), Number(link.dataset.column))
  })
  function showProblems(): void {
    view.dispatch({ effects: markProblems.of(linesWithProblems()) })
  }
  showProblems()
}

function offerSamples(view: EditorView): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-sample]')) {
    const type = button.dataset.sample as keyof typeof quizSamples
    button.hidden = false
    button.addEventListener('click', () => {
      const { doc } = view.state
      const insert = withSample(doc.toString(), quizSamples[type])
      view.dispatch({ changes: { from: 0, to: doc.length, insert } })
      goTo(view, view.state.doc.lines - quizSamples[type].trimEnd().split('\n').length, 1)
    })
  }
}

function linesWithProblems(): number[] {
  const links = document.querySelectorAll<HTMLElement>('[data-live="problems"] a[data-line]')
  return [...links].map((link) => Number(link.dataset.line))
}

for (const box of document.querySelectorAll<HTMLElement>('[data-editor]')) start(box)
