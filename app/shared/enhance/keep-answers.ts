type Answers = [name: string, value: string][]

const place = () => `answers ${location.pathname}`

function checks(): { id: string; form: HTMLFormElement }[] {
  return [...document.querySelectorAll<HTMLElement>('[data-keep]')].flatMap((check) => {
    const form = check.querySelector('form')
    return form ? [{ id: check.dataset.keep ?? '', form }] : []
  })
}

function answersIn(form: HTMLFormElement): Answers {
  const fields = [...new FormData(form)]
  return fields.flatMap(([name, value]) =>
    name.startsWith('q.') && typeof value === 'string' && value !== '' ? [[name, value]] : [],
  )
}

function fill(form: HTMLFormElement, answers: Answers): void {
  for (const [name, value] of answers) {
    for (const field of form.elements) {
      if (field instanceof HTMLSelectElement && field.name === name) field.value = value
      if (!(field instanceof HTMLInputElement) || field.name !== name) continue
      if (field.type !== 'radio' && field.type !== 'checkbox') field.value = value
      else if (field.value === value) field.checked = true
    }
  }
}

function keep(sent: HTMLFormElement): void {
  const others = checks().filter(({ form }) => form !== sent)
  const kept = others.map(({ id, form }) => [id, answersIn(form)] as const)
  const filled = kept.filter(([, answers]) => answers.length > 0)
  if (filled.length > 0) sessionStorage.setItem(place(), JSON.stringify(Object.fromEntries(filled)))
}

function bringBack(): void {
  const text = sessionStorage.getItem(place())
  if (!text) return
  sessionStorage.removeItem(place())
  const kept: Record<string, Answers> = JSON.parse(text)
  for (const { id, form } of checks()) fill(form, kept[id] ?? [])
}

/**
 * A lesson has several checks, and sending one, or switching the language, brings the page anew: what
 * was filled in of the others is put back. It is kept in this tab alone, and only from that page to the next.
 */
export function keepAnswers(): void {
  if (checks().length === 0) return
  try {
    bringBack()
    document.addEventListener('submit', ({ target }) => {
      // The language's switch brings the page anew as well.
      if (target instanceof HTMLFormElement && target.closest('[data-keep], [action="/language"]'))
        keep(target)
    })
  } catch {
    // A browser told to store nothing: then nothing is kept.
  }
}
