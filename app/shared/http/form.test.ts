import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readForm } from './form.server.ts'
import { fieldsOf, parseForm } from './form-state.ts'

function sent(body: BodyInit): Request {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  return new Request('http://civic.example/', {
    method: 'POST',
    body,
    headers: typeof body === 'string' ? headers : undefined,
  })
}

describe('a form', () => {
  it('keeps all values of a field, in order', async () => {
    const form = await readForm(sent('a=1&b=2&a=3&__proto__=4'))
    expect(Object.entries(fieldsOf(form))).toEqual([
      ['a', ['1', '3']],
      ['b', ['2']],
      ['__proto__', ['4']],
    ])
  })

  it('of one field repeated 300,000 times is read in time that grows with its length only', () => {
    const form = new FormData()
    for (let count = 0; count < 300_000; count += 1) form.append('a', '1')
    expect(fieldsOf(form).a).toHaveLength(300_000)
  })

  it('with more fields than any of ours is refused', async () => {
    await expect(readForm(sent('a=1&'.repeat(4_001)))).rejects.toMatchObject({ status: 400 })
    expect([...(await readForm(sent('a=1&'.repeat(4_000)))).keys()]).toHaveLength(4_000)
  })

  it('is told in the language of the page what is too long, where its schema has no words', () => {
    const form = new FormData()
    form.append('text', '字'.repeat(2_016))
    const schema = z.object({ text: z.string().max(2_000), other: z.string() })
    expect(parseForm(schema, form)).toEqual({
      ok: false,
      error: { text: '最多2,000个字，现在有2,016个字。', other: '请检查这一项。' },
    })
  })

  it('has no NUL, in names or values, and keeps its file', async () => {
    const given = new FormData()
    given.append('a\0b', 'c\0d')
    given.append('file', new Blob(['x\0y']), 'n')
    const form = await readForm(sent(given))
    expect(form.get('a\uFFFDb')).toBe('c\uFFFDd')
    expect(await (form.get('file') as File).text()).toBe('x\0y')
  })
})
