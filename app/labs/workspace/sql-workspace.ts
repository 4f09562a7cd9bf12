import { isSameQuery } from '#app/labs/domain/same-query.ts'
import { createOrder, keepDrafts } from './drafts.ts'
import { replaceTextArea } from './editor.ts'
import { findWorkspace, type WorkspacePage } from './page.ts'
import { type Sent, send } from './send.ts'

// The SQL lab's page works without this. It adds an editor, runs without leaving the page, and
// drafts that are kept while one types.

/** Says something beside the buttons, where whoever pressed one is looking. */
function announce(form: HTMLFormElement, text: string, isProblem = false): void {
  const place = form.querySelector('[data-announce]')
  if (!place) return
  place.textContent = text
  place.classList.toggle('error', isProblem)
}

/** What the fresh results say in short, for whoever cannot see them, or has to scroll. */
function summary(): string {
  const parts = document.querySelectorAll('#results [data-summary]')
  return [...parts].map((part) => part.textContent).join(' ')
}

function showResults(): void {
  const results = document.querySelector('#results')
  if (!results) return
  // Seen already on a wide screen; on a phone they are below the keyboard.
  if (results.getBoundingClientRect().top > innerHeight - 120) results.scrollIntoView()
}

/** Buttons stay in reach of the keyboard while one press is worked on; they only say they wait. */
function setWaiting(form: HTMLFormElement, waiting: boolean): void {
  for (const button of form.elements) {
    if (!(button instanceof HTMLButtonElement)) continue
    if (waiting) button.setAttribute('aria-disabled', 'true')
    else button.removeAttribute('aria-disabled')
  }
}

/** Whether the results speak of another query than the one in the editor is said beside them. */
function markOutdated(query: string): void {
  const results = document.querySelector<HTMLElement>('#results')
  const mark = results?.querySelector<HTMLElement>('[data-outdated]')
  if (mark) mark.hidden = isSameQuery(query, results?.dataset.query ?? '')
}

function start(page: WorkspacePage): void {
  const { form, settings, say } = page
  const area = form.querySelector<HTMLTextAreaElement>('textarea[name="query"]')
  const label = form.querySelector<HTMLLabelElement>('label')
  const run = form.querySelector<HTMLButtonElement>('button[value="run"]')
  if (!area || !label || !run) return
  const { words } = settings
  const inOrder = createOrder()
  let busy = false

  const editor = replaceTextArea({
    area,
    label,
    nonce: settings.nonce,
    onChange: () => {
      drafts.changed()
      // What was said of the last result is not about what is typed now.
      if (!busy) announce(form, '')
      markOutdated(editor.read())
    },
    onRun: () => form.requestSubmit(run),
  })
  const drafts = keepDrafts(page, editor, inOrder)
  form.querySelector<HTMLElement>('[data-editor-keys]')?.removeAttribute('hidden')

  const problems: Record<Exclude<Sent, 'fresh'>, string> = {
    'signed-out': words.signedOut,
    failed: words.failed,
    offline: words.offline,
  }

  const progress: Record<string, string> = { run: words.running, submit: words.grading }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (!(event.submitter instanceof HTMLButtonElement)) return
    if (busy) return announce(form, words.wait)
    const button = event.submitter
    busy = true
    setWaiting(form, true)
    say(null)
    // What the last press said is not about this one.
    const last = button.value === 'hint' ? null : document.querySelector<HTMLElement>('#results')
    if (last) last.hidden = true
    announce(form, progress[button.value] ?? '')
    let content = ''
    const sent = await inOrder(() => {
      content = editor.read()
      return send(form, button)
    })
    busy = false
    setWaiting(form, false)
    markOutdated(editor.read())
    if (last) last.hidden = false
    if (sent !== 'fresh') {
      announce(form, problems[sent], true)
      return drafts.changed()
    }
    announce(form, summary())
    drafts.saved(content)
    if (button.value === 'hint') document.querySelector<HTMLElement>('#hints')?.scrollIntoView()
    else showResults()
  })
  drafts.recover()
  markOutdated(editor.read())
}

const page = findWorkspace()
if (page) start(page)
