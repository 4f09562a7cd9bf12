import { expect, it } from 'vitest'
import { parseForm } from '#app/shared/http/form-state.ts'
import { nominationForm } from './nomination.form.ts'

const zone = 'Asia/Shanghai'
const now = Date.UTC(2026, 10, 28, 4)

function parsed(due: string, people = ['p']) {
  const form = new FormData()
  for (const person of people) form.append('person', person)
  form.set('due', due)
  return parseForm(nominationForm(zone, now), form)
}

it('takes today as a deadline, until midnight there, and none', () => {
  const midnight = Date.UTC(2026, 10, 28, 16) - 1
  expect(parsed('2026-11-28')).toEqual({ ok: true, value: { person: ['p'], due: midnight } })
  expect(parsed('', ['p', 'q'])).toEqual({ ok: true, value: { person: ['p', 'q'], due: null } })
})

it.each(['2026-11-27', '2029-01-01', '31.12.2026', '2026-02-30'])(
  'refuses %s beside its field',
  (due) => {
    const result = parsed(due)
    expect(result.ok).toBe(false)
    if (!result.ok) expect(Object.keys(result.error)).toEqual(['due'])
  },
)

it('asks for somebody', () => {
  const result = parsed('', [])
  if (!result.ok) expect(Object.keys(result.error)).toEqual(['person'])
  expect(result.ok).toBe(false)
})
