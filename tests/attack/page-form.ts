/** Fields of a form as it is sent; several values of a name in their order. */
export type Fields = Record<string, string | string[] | File>

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '')
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : unescaped(value)
}

const has = (tag: string, name: string) => new RegExp(` ${name}(=|[ />])`).test(tag)

function inputs(form: string, fields: Fields): void {
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name')
    const type = attribute(tag, 'type') ?? 'text'
    const value = attribute(tag, 'value') ?? ''
    if (!name || type === 'file' || has(tag, 'disabled')) continue
    if (type === 'checkbox' && !has(tag, 'checked')) continue
    // Of choices none of which is made, the first.
    if (type === 'radio' && name in fields && !has(tag, 'checked')) continue
    fields[name] = value
  }
}

function areasAndSelects(form: string, fields: Fields): void {
  for (const [, tag = '', text = ''] of form.matchAll(/(<textarea[^>]*>)([^<]*)/g)) {
    const name = attribute(tag, 'name')
    if (name) fields[name] = unescaped(text).replace(/^\n/, '')
  }
  for (const [, tag = '', inner = ''] of form.matchAll(/(<select[^>]*>)(.*?)<\/select>/gs)) {
    const name = attribute(tag, 'name')
    const options = [...inner.matchAll(/<option[^>]*>/g)].map(([option]) => option)
    const offered = options.find((option) => attribute(option, 'value'))
    const chosen = options.find((option) => has(option, 'selected')) ?? offered ?? options[0]
    if (name && chosen) fields[name] = attribute(chosen, 'value') ?? ''
  }
}

/**
 * The fields of a page's form as its reader would send it untouched: what is filled in, of choices the
 * first that says something. The form is the first one that is posted and has a field or button `mark`. Throws without one.
 */
export function formOf(page: string, mark: string): Fields {
  const forms = [...page.matchAll(/<form[^>]*method="post"[^>]*>.*?<\/form>/gs)]
  const form = forms.map(([text]) => text).find((text) => text.includes(` name="${mark}"`))
  if (!form) throw new Error(`no form with ${mark} on the page`)
  const fields: Fields = {}
  inputs(form, fields)
  areasAndSelects(form, fields)
  return fields
}
