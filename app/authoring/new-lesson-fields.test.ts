import { expect, it } from 'vitest'
import { parseForm } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { newLessonFields } from './new-lesson-fields.ts'

function named(name: string) {
  const form = new FormData()
  for (const [field, value] of Object.entries({
    course: 'sums',
    titleZh: '合计',
    titleEn: '',
    name,
  }))
    form.set(field, value)
  return parseForm(newLessonFields, form)
}

it.each(['Bad Name!', 'Sums', 'check_sums', '-sums', 'sums--twice', '合计', 'a'.repeat(49)])(
  'says which signs an address takes instead of changing what was typed: %s',
  (name) => {
    expect(named(name)).toEqual({ ok: false, error: { name: m.authoring_name_signs() } })
  },
)

it.each(['', 'check-the-sums', '2-sums', ' sums '])('takes as it is: “%s”', (name) => {
  expect(named(name)).toMatchObject({ ok: true, value: { name: name.trim() } })
})
