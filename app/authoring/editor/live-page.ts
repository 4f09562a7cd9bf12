/** How long after the last key the preview is asked for, and the draft saved; ms. */
const previewAfter = 700
const saveAfter = 4_000
/** Try again this long after the server could not be reached; ms. */
const retryAfter = 10_000

export type Live = { changed(): void; saveNow(): boolean; leaving(): void }

/**
 * Keeps the page beside an editor up to date. It sends the form as the button would, to the page's own
 * address, and takes over the parts marked `data-live` from the page that comes back: there is one way
 * of saving and one way of showing, with scripts and without.
 */
export function keepLive(
  box: HTMLElement,
  form: HTMLFormElement,
  text: () => string,
  refreshed: () => void,
): Live {
  let saved = text()
  let shown = saved
  let busy = false
  let stopped = false
  let previewTimer = 0
  let saveTimer = 0

  const say = (words: string | undefined) => {
    const status = document.querySelector<HTMLElement>('[data-live="saved"]')
    if (!status || words === undefined) return
    status.textContent = words
    status.classList.remove('saved')
  }

  const body = (intent: 'preview' | 'save', sent: string) => {
    const data = new FormData(form)
    data.set('text', sent)
    data.set('intent', intent)
    // Ticking this is a statement of its own: only the button makes it.
    data.delete('compared')
    return data
  }

  async function send(intent: 'preview' | 'save'): Promise<void> {
    const sent = text()
    busy = true
    try {
      if (intent === 'save') say(box.dataset.saving)
      const answer = await fetch(location.href, { method: 'POST', body: body(intent, sent) })
      if (answer.redirected && new URL(answer.url).pathname.startsWith('/sign-in')) {
        say(box.dataset.signedOut)
        saveTimer = window.setTimeout(() => ask('save'), retryAfter)
        return
      }
      const { page, colours } = parse(await answer.text())
      if (answer.ok) take(page, colours, intent, sent)
      else if (answer.status < 500) stop()
      else throw new Error(String(answer.status))
    } catch {
      say(box.dataset.offline)
      if (intent === 'save') saveTimer = window.setTimeout(() => ask('save'), retryAfter)
    } finally {
      busy = false
    }
  }

  function stop(): void {
    stopped = true
    say(box.dataset.stopped)
  }

  function take(page: Document, colours: string, intent: 'preview' | 'save', sent: string): void {
    const next = page.querySelector<HTMLFormElement>('[data-editor] form')
    // Signed out, or the draft is locked: nothing of that page belongs here.
    if (!next) {
      stop()
      return
    }
    shown = sent
    for (const name of ['tabs', 'preview', 'problems']) replace(name, page)
    adopt(colours)
    if (intent === 'save') {
      saved = sent
      for (const name of ['revision', 'base', 'key']) copyField(name, next)
      replace('standing', page)
    }
    if (text() !== saved) say(box.dataset.unsaved)
    refreshed()
  }

  function copyField(name: string, from: HTMLFormElement): void {
    const field = form.querySelector<HTMLInputElement>(`input[name="${name}"]`)
    const fresh = from.querySelector<HTMLInputElement>(`input[name="${name}"]`)
    if (field && fresh) field.value = fresh.value
  }

  function ask(intent: 'preview' | 'save'): void {
    if (stopped) return
    const current = text()
    if (intent === 'save' ? current === saved : current === shown) return
    if (!busy) return void send(intent)
    if (intent === 'save') saveTimer = window.setTimeout(() => ask('save'), 300)
    else previewTimer = window.setTimeout(() => ask('preview'), 300)
  }

  function warn(event: BeforeUnloadEvent): void {
    if (text() !== saved) event.preventDefault()
  }
  addEventListener('beforeunload', warn)
  document.addEventListener('visibilitychange', () => document.hidden && ask('save'))

  return {
    changed() {
      if (stopped) return
      say(box.dataset.unsaved)
      clearTimeout(previewTimer)
      clearTimeout(saveTimer)
      previewTimer = window.setTimeout(() => ask('preview'), previewAfter)
      saveTimer = window.setTimeout(() => ask('save'), saveAfter)
    },
    saveNow() {
      clearTimeout(saveTimer)
      ask('save')
      return true
    },
    leaving: () => removeEventListener('beforeunload', warn),
  }
}

function replace(name: string, page: Document): void {
  const old = document.querySelector(`[data-live="${name}"]`)
  const fresh = page.querySelector(`[data-live="${name}"]`)
  if (old && fresh) old.replaceWith(document.adoptNode(fresh))
}

const styleElement = /<style[^>]*data-live-style[^>]*>([^<]*)<\/style>/

/**
 * A page, and apart from it the colours of the lesson's code: a style element would have the nonce of
 * its own answer, which is not this page's.
 */
function parse(html: string): { page: Document; colours: string } {
  const colours = styleElement.exec(html)?.[1] ?? ''
  const page = new DOMParser().parseFromString(html.replace(styleElement, ''), 'text/html')
  return { page, colours }
}

function adopt(colours: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(colours)
  document.adoptedStyleSheets = [sheet]
}
