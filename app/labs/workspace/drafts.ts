import { deviceDraft } from './device-draft.ts'
import { hiddenField, type WorkspacePage } from './page.ts'

type Draft = {
  /** What is typed now, as text that `write` can bring back. */
  read: () => string
  write: (content: string) => void
}

/** Waits after a change: for the device next to nothing, for the server a pause in typing. */
const wait = { device: 300, server: 2_000, retry: 15_000 }

/** One request after the other, so that each knows what the one before it saved. */
export type InOrder = <T>(request: () => Promise<T>) => Promise<T>

export function createOrder(): InOrder {
  let last: Promise<unknown> = Promise.resolve()
  return (request) => {
    const result = last.then(request)
    last = result.catch(() => undefined)
    return result
  }
}

/** The form as a browser would send it, without files. */
export function fieldsToSend(form: HTMLFormElement): URLSearchParams {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
}

/**
 * Keeps what is typed: on this device at once, on the server after a pause, and says which. What
 * the server has is removed from the device. `changed` is to be called at every edit, `saved` when
 * the server has saved the draft by another way.
 */
export function keepDrafts(page: WorkspacePage, draft: Draft, inOrder: InOrder) {
  const { settings, form, say, sayDraft } = page
  const { words } = settings
  const device = deviceDraft(settings.device)
  const basedOn = hiddenField(form, 'basedOn')
  const elsewhere = new BroadcastChannel(settings.device)
  const timers = { device: 0, server: 0 }
  let onServer = draft.read()

  const later = (which: 'device' | 'server', ms: number, work: () => void) => {
    clearTimeout(timers[which])
    timers[which] = window.setTimeout(work, ms)
  }

  const keepHere = () => {
    const kept = device.keep({ content: draft.read(), basedOn: basedOn?.value ?? '' })
    sayDraft(kept ? words.onDevice : words.notSaved)
  }

  const saved = (content: string) => {
    onServer = content
    if (draft.read() === content) {
      clearTimeout(timers.server)
      clearTimeout(timers.device)
      device.forget()
    }
  }

  const post = async (keepalive = false) => {
    const content = draft.read()
    if (content === onServer) return
    const body = fieldsToSend(form)
    const response = await fetch(settings.draftPath, { method: 'POST', body, keepalive })
    // Somewhere else: the sign-in page.
    if (response.redirected) return say(words.signedOut)
    if (!response.ok) throw new Error(String(response.status))
    const answer = (await response.json()) as {
      savedAt: number
      words: string
      replaced: string | null
    }
    if (basedOn) basedOn.value = String(answer.savedAt)
    saved(content)
    if (draft.read() === content) sayDraft(answer.words)
    if (answer.replaced) say(answer.replaced)
  }

  const save = () => {
    const retry = () => later('server', wait.retry, save)
    void inOrder(() => post()).catch(retry)
  }

  const changed = () => {
    later('device', wait.device, keepHere)
    later('server', wait.server, save)
    elsewhere.postMessage('typing')
  }

  elsewhere.onmessage = () => say(words.otherWindow)
  addEventListener('online', save)
  addEventListener('pagehide', () => {
    if (draft.read() === onServer) return
    keepHere()
    void post(true).catch(() => undefined)
  })

  /** Brings back what an earlier visit left on this device, or offers it where the server has newer. */
  const recover = () => {
    const kept = device.find()
    if (!kept || kept.content === draft.read()) return device.forget()
    const use = () => {
      draft.write(kept.content)
      changed()
    }
    if (kept.basedOn === basedOn?.value) {
      use()
      say(words.restored)
    } else {
      say(words.keptHere)
      page.offerKept(use)
    }
  }

  return { changed, saved, recover }
}
