import { createOrder, fieldsToSend, keepDrafts } from './drafts.ts'
import { findWorkspace, hiddenField, type WorkspacePage } from './page.ts'

// The answers lab's page works without this. It keeps what was ticked while one reads on.

/** Fields that are about the form, not about the samples. */
const technical = ['key', 'basedOn', 'hints']
/** Fields that say which samples the answers are to. */
const tag = ['version', 'draw']

function start(page: WorkspacePage): void {
  const { form, settings } = page
  const read = () => {
    const fields = fieldsToSend(form)
    for (const name of technical) fields.delete(name)
    return fields.toString()
  }
  const write = (content: string) => {
    const fields = new URLSearchParams(content)
    if (tag.some((name) => fields.get(name) !== hiddenField(form, name)?.value)) return
    for (const input of form.querySelectorAll<HTMLInputElement>(
      '[type="radio"], [type="checkbox"]',
    ))
      input.checked = fields.getAll(input.name).includes(input.value)
  }
  const count = () => {
    const judged = form.querySelectorAll('[type="radio"]:checked').length
    const place = form.querySelector('[data-progress]')
    if (place) place.textContent = settings.words.progress.replace('{done}', String(judged))
  }
  const drafts = keepDrafts(page, { read, write }, createOrder())
  form.addEventListener('change', () => {
    drafts.changed()
    count()
  })
  drafts.recover()
  count()
}

const page = findWorkspace()
if (page) start(page)
