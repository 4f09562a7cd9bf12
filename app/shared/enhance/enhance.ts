import { keepAnswers } from './keep-answers.ts'
import { switchSizeInPlace } from './large-text.ts'
import { warnOfUnsent } from './warn-unsent.ts'

// The one script of every page. Each page works without it; it adds what HTML alone cannot do.

/** A form sends once: a second press while it is on its way does nothing. */
function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
    if (form.dataset.sent === 'yes') event.preventDefault()
    form.dataset.sent = 'yes'
  })
  // A page shown again from the browser's memory may send again.
  addEventListener('pageshow', sendAgain)
}

function sendAgain(): void {
  for (const form of document.forms) delete form.dataset.sent
}

/** Focus goes to what a form brought, its errors or that it is done, so that it is heard first. */
function focusOutcome(): void {
  // A notice without `done` stood there before; an address with a place in it leads to that place.
  // Not by :target, which no place is before the browser has gone there.
  const isThere = document.getElementById(location.hash.slice(1)) !== null
  const isDone = !isThere && new URLSearchParams(location.search).has('done')
  const outcome = isDone ? '[data-error-summary], .notice.done' : '[data-error-summary]'
  const place = document.querySelector<HTMLElement>(outcome)
  place?.focus()
  // Going to a place in the page takes the focus away, in the first frame after loading at the latest.
  const again = () => requestAnimationFrame(() => requestAnimationFrame(() => place?.focus()))
  if (isThere) addEventListener('load', again)
}

/** A password can be looked at while it is typed; when it is sent, it is one again for the browser. */
function showPasswords(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-show]')) {
    const button = document.createElement('button')
    const show = (shown: boolean) => {
      field.type = shown ? 'text' : 'password'
      button.setAttribute('aria-pressed', String(shown))
    }
    Object.assign(button, { type: 'button', className: 'as-link', textContent: field.dataset.show })
    button.setAttribute('aria-controls', field.id)
    button.addEventListener('click', () => show(field.type === 'password'))
    field.form?.addEventListener('submit', () => show(false))
    show(false)
    field.after(button)
  }
}

/** A button that only a script can make work is hidden until there is one. */
function offerPrinting(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
}

/** One tick for all those of a list, which its form works without. */
function chooseAll(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-choose-all]')) {
    const all = place.querySelector('input')
    const name = place.dataset.chooseAll ?? ''
    const each = () => [
      ...place.closest('form')!.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`),
    ]
    if (!all || each().length === 0) continue
    place.hidden = false
    place.closest('form')?.addEventListener('change', ({ target }) => {
      if (target === all) for (const one of each()) one.checked = all.checked
      else all.checked = each().every(({ checked }) => checked)
    })
  }
}

/** Where the network fails, the browser shows a page that says what to do (public/sw.js). */
function keepOfflinePage(): void {
  // Absent over plain http, and refused by some private windows: then there is no such page.
  navigator.serviceWorker?.register('/sw.js').catch(() => {})
}

switchSizeInPlace()
offerPrinting()
chooseAll()
sendOnce()
keepAnswers()
warnOfUnsent(sendAgain)
focusOutcome()
showPasswords()
keepOfflinePage()
