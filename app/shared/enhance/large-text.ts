/**
 * Switches the size of the text without leaving the page: it is pressed in the middle of a long form most
 * of all. The server keeps the choice as it does without scripts; of the page it answers with, the switch
 * alone is taken over. Where it cannot be asked, the form is sent as usual.
 */
async function switchSize(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form, button)) body.append(name, String(value))
  const answer = await fetch(form.action, { method: 'POST', body })
  if (!answer.ok) throw new Error(String(answer.status))
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.querySelector('form[action="/reading-comfort"]')
  if (!fresh) throw new Error('no switch')
  document.documentElement.className = page.documentElement.className
  form.replaceWith(document.adoptNode(fresh))
  fresh.querySelector('button')?.focus()
}

/** Sees to the switch of the text's size. */
export function switchSizeInPlace(): void {
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event
    if (!(form instanceof HTMLFormElement) || form.getAttribute('action') !== '/reading-comfort')
      return
    if (!(submitter instanceof HTMLButtonElement)) return
    event.preventDefault()
    switchSize(form, submitter).catch(() => {
      const choice = Object.assign(document.createElement('input'), {
        type: 'hidden',
        name: submitter.name,
        value: submitter.value,
      })
      form.append(choice)
      // Without an event: the browser's own way, and its question where something was typed.
      form.submit()
    })
  })
}
