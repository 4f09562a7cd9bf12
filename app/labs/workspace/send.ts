import { fieldsToSend } from './drafts.ts'
import { hiddenField } from './page.ts'

/** How a form sent without leaving the page came back. */
export type Sent = 'fresh' | 'signed-out' | 'failed' | 'offline'

/** Grading takes seconds; a queue may hold it up for a minute. */
const longestMs = 120_000

/** Takes over from the new page what may have changed; what is being typed stays as it is. */
function refresh(fresh: Document, form: HTMLFormElement, keep: string | undefined): void {
  for (const region of document.querySelectorAll('[data-fresh]')) {
    if (region.id === keep) continue
    const next = fresh.getElementById(region.id)
    if (next) region.replaceWith(document.importNode(next, true))
  }
  for (const name of ['key', 'basedOn', 'hints']) {
    const [old, next] = [form, fresh].map((in_) => {
      return in_.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`)
    })
    if (old && next) old.value = next.value
  }
  const [saved, next] = [form, fresh].map((in_) => in_.querySelector('[data-saved]'))
  if (saved && next) saved.textContent = next.textContent
}

/**
 * Sends the form to its own action as a press of `button` would, and puts what the answering page
 * shows into this one: there is one way to render a result, the server's.
 */
export async function send(form: HTMLFormElement, button: HTMLButtonElement): Promise<Sent> {
  const body = fieldsToSend(form)
  body.set(button.name, button.value)
  try {
    const signal = AbortSignal.timeout(longestMs)
    const address = location.pathname + location.search
    const response = await fetch(address, { method: 'POST', body, signal })
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (!fresh.querySelector(`#${form.id}`)) {
      return new URL(response.url).pathname === '/sign-in' ? 'signed-out' : 'failed'
    }
    // A hint leaves the rows on the page for which it was asked.
    refresh(fresh, form, button.value === 'hint' ? 'results' : undefined)
    // A submission has an address of its own; a run is forgotten with the page.
    const { pathname, search } = new URL(response.url)
    history.replaceState(null, '', pathname + search)
    return 'fresh'
  } catch {
    // The key stays: what did arrive is not done again when it is sent once more.
    return hiddenField(form, 'key') ? 'offline' : 'failed'
  }
}
