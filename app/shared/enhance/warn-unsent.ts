/** Forms that were typed into since the page came, or that came back with errors. */
const touched = new Set<HTMLFormElement>()

/** Searches ask for nothing twice; an editor and a lab keep what is typed themselves; nothing keeps a password. */
function isDataEntry(form: HTMLFormElement): boolean {
  return (
    form.method === 'post' &&
    form.closest('main') !== null &&
    form.closest('[data-editor], [data-workspace]') === null &&
    form.querySelector('input[type="password"]') === null
  )
}

/** Whether a field holds what the page did not bring. A tick is made again at once: it does not count. */
function isChanged(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  if (field instanceof HTMLSelectElement) {
    const before = [...field.options].findIndex((option) => option.defaultSelected)
    return field.selectedIndex !== Math.max(0, before)
  }
  if (!(field instanceof HTMLInputElement)) return false
  if (field.type === 'radio') return field.checked !== field.defaultChecked
  return (
    !['checkbox', 'hidden', 'submit'].includes(field.type) && field.value !== field.defaultValue
  )
}

function hasErrors(form: HTMLFormElement): boolean {
  return form.previousElementSibling?.matches('[data-error-summary]') ?? false
}

/** What came back with errors is nowhere but on the page, changed since or not. */
function isUnsent(form: HTMLFormElement): boolean {
  if (!form.isConnected || !isDataEntry(form)) return false
  return hasErrors(form)
    ? form.querySelector('textarea, input[type="text"]') !== null
    : [...form.elements].some(isChanged)
}

/**
 * Asks before a page is left on which something was typed and not sent, such as by its language switch.
 * Nothing is stored: the browser may be another person's in a minute.
 */
export function warnOfUnsent(allowAgain: () => void): void {
  for (const form of document.forms) if (hasErrors(form)) touched.add(form)
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element && target.closest('form')
    if (form) touched.add(form)
  })
  document.addEventListener('submit', ({ target, defaultPrevented }) => {
    if (!(target instanceof HTMLFormElement) || defaultPrevented) return
    touched.delete(target)
    // The other checks of a lesson are kept for the page that comes (keep-answers).
    if (target.closest('[data-keep], [action="/language"]')) {
      for (const form of touched) if (form.closest('[data-keep]')) touched.delete(form)
    }
  })
  addEventListener('beforeunload', (event) => {
    if (![...touched].some(isUnsent)) return
    event.preventDefault()
    // Whoever stays may press the same button again.
    setTimeout(allowAgain, 500)
  })
}
