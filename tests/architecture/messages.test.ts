import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { locales } from '#app/shared/domain/text.ts'
import { inLocaleOf } from '#app/shared/i18n/locale.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { pathsIn } from './paths.ts'

type Messages = Map<string, string>
/** A text, or one for each of a word's numbers: 1 credit hour, 2 credit hours. */
type Message = string | { match: Record<string, string> }[]

/** All that a message may say, one after the other. */
const textOf = (message: Message) =>
  typeof message === 'string'
    ? message
    : message.flatMap(({ match }) => Object.values(match)).join(' ')

function messagesOf(locale: string, file: string): Messages {
  const path = join('content/messages', locale, file)
  const content: Record<string, Message> = JSON.parse(readFileSync(path, 'utf8'))
  delete content.$schema
  return new Map(Object.entries(content).map(([key, message]) => [key, textOf(message)]))
}

/** A language may say a parameter twice. */
const parametersOf = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]))].sort()

/** Where two languages of one file differ in keys, order or parameters, or a text is empty. */
function differences(leading: Messages, other: Messages): string[] {
  const keys = [...leading.keys()]
  const found = keys.filter((key) => !other.has(key)).map((key) => `${key}: missing`)
  found.push(...[...other.keys()].filter((key) => !leading.has(key)).map((key) => `${key}: extra`))
  for (const [key, text] of leading) {
    const translated = other.get(key)
    if (translated === undefined) continue
    if (!text.trim() || !translated.trim()) found.push(`${key}: empty`)
    if (parametersOf(text).join() !== parametersOf(translated).join())
      found.push(`${key}: parameters`)
  }
  if (found.length === 0 && keys.join() !== [...other.keys()].join()) found.push('order')
  return found
}

const files = readdirSync(join('content/messages', locales[0]))

describe('the words in both languages', () => {
  it('are in files of the same names', () => {
    for (const locale of locales) {
      expect(readdirSync(join('content/messages', locale))).toEqual(files)
    }
  })

  it.each(files)('agree in %s', (file) => {
    expect(differences(messagesOf('zh-CN', file), messagesOf('en', file))).toEqual([])
  })

  it.each(files)('are named after their capability in %s', (file) => {
    const prefix = `${file.replace('.json', '').replaceAll('-', '_')}_`
    const keys = [...messagesOf('zh-CN', file).keys()]
    expect(keys.filter((key) => !key.startsWith(prefix))).toEqual([])
  })

  it('follow the number in English', () => {
    const say = (hours: number) => inLocaleOf('en', () => m.learning_hours_total({ hours }))
    expect([0.5, 1, 2].map(say).map((text) => /hours?/.exec(text)?.[0])).toEqual([
      ...['hours', 'hour', 'hours'],
    ])
  })

  it('are all said somewhere', () => {
    const code = pathsIn('app')
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n')
    const said = new Set([...code.matchAll(/\bm\.(\w+)/g)].map((match) => match[1]))
    const keys = files.flatMap((file) => [...messagesOf('zh-CN', file).keys()])
    expect(keys.filter((key) => !said.has(key))).toEqual([])
  })

  it('are compared by a rule that sees each kind of difference', () => {
    const zh: Messages = new Map([
      ['a', '甲'],
      ['b', '乙{count}'],
      ['c', '丙'],
    ])
    const en: Messages = new Map([
      ['a', ' '],
      ['b', 'B'],
      ['d', 'D'],
    ])
    expect(differences(zh, en)).toEqual(['c: missing', 'd: extra', 'a: empty', 'b: parameters'])
  })
})
