import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { HeldFields } from './held-fields.tsx'

it('shows what was written, however short, and keeps choices and marks unseen', () => {
  const fields: [string, string][] = [
    ['grounds', '独立核对过全县数据'],
    ['message', 'two words'],
    ['level', '2'],
    ['skill', 'data-sql'],
    ['mark', 'Zm9v+/8='],
    ['empty', ''],
  ]
  const html = renderToStaticMarkup(<HeldFields fields={fields} />)
  const names = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag} [^>]*name="(\\w+)"`, 'g'))].map(([, name]) => name)
  expect(names('textarea')).toEqual(['grounds', 'message'])
  expect(names('input')).toEqual(['level', 'skill', 'mark', 'empty'])
  expect(html).toContain('独立核对过全县数据</textarea>')
})
