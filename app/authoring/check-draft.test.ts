import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkLesson } from '#app/learning/gate.server.ts'
import { blockHashes } from '#app/learning/lesson-blocks.server.ts'
import { inLocaleOf } from '#app/shared/i18n/locale.server.ts'
import { changed } from '#tests/changed-sample.ts'
import { readHere } from '#tests/drafts.ts'
import { checkDraft, type DraftTexts } from './check-draft.server.ts'
import { componentExamples } from './domain/component-examples.ts'
import { hasErrors } from './domain/draft-problem.ts'
import { draftSettings, emptySettings } from './domain/draft-settings.ts'
import {
  chineseQuizTemplate,
  lessonTemplate,
  quizTemplate,
  sampleLines,
} from './domain/lesson-template.ts'
import { withoutStandIns } from './domain/untranslated.ts'

const sound: DraftTexts = {
  lessonZh: changed(lessonTemplate('zh-CN', '核对“合计”：两头对')),
  lessonEn: '',
  quiz: changed(quizTemplate),
  settings: {
    ...emptySettings,
    objectives: [{ 'zh-CN': '能核对', en: 'Check' }],
    minutes: '30',
    creditHours: '0.5',
    skills: [{ skill: 'data-sql', level: '2' }],
  },
}
const known = {
  skills: ['data-sql'],
  labs: ['missing-reports'],
  pictures: ['/assets/sums/join.png'],
}
const check = (texts: Partial<DraftTexts>) => checkDraft({ ...sound, ...texts }, known, readHere)
const problemsOf = async (texts: Partial<DraftTexts>) => (await check(texts)).problems
const errors = async (texts: Partial<DraftTexts>) =>
  (await problemsOf(texts)).filter(({ severity }) => severity === 'error')

type Case = {
  id: string
  input: string
  must_reject: boolean
  expect_code: string
  expect_line: number
  expect_column: number
}
const file = new URL('../../tests/attack/mdx/cases.json', import.meta.url)
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }

describe('hostile text', () => {
  it.each(cases.filter((each) => each.must_reject).map((each) => [each.id, each] as const))(
    '%s is named by line and column and not handed on',
    async (_id, { input, expect_code, expect_line, expect_column }) => {
      const { problems, lessons } = await check({ lessonZh: input })
      expect(lessons['zh-CN']).toBeUndefined()
      const place = { line: expect_line, column: expect_column }
      expect(problems).toContainEqual(
        expect.objectContaining({ part: 'zh', code: expect_code, severity: 'error', ...place }),
      )
    },
  )
})

describe('a draft', () => {
  it('made of the template lacks nothing; what still is the sample is refused', async () => {
    expect(await problemsOf({})).toEqual([])
    const english = { lessonEn: lessonTemplate('en', 'Check the sums') }
    expect(await errors(english)).toMatchObject([{ part: 'en', code: 'SAMPLE' }])
    const untouched = { lessonZh: lessonTemplate('zh-CN', '核对'), quiz: chineseQuizTemplate }
    expect(await problemsOf(untouched)).toMatchObject([
      { part: 'zh', code: 'SAMPLE', severity: 'error', line: 3 },
      { part: 'quiz', code: 'SAMPLE', severity: 'error', line: 7 },
    ])
    for (const left of [
      '            text: { zh-CN: 对的做法, en: What is right }',
      'text: { zh-CN: 对的做法 }',
    ]) {
      expect(sampleLines(`${sound.quiz}# \n${left}`)).toEqual([sound.quiz.split('\n').length + 1])
    }
  })

  it('in Chinese alone needs no English anywhere; with an English lesson it does', async () => {
    const objectives = [{ 'zh-CN': '能核对', en: '' }]
    const settings = { ...sound.settings, objectives }
    const chinese = { settings, quiz: changed(chineseQuizTemplate) }
    const { problems, settings: module, quiz } = await check(chinese)
    expect(problems).toEqual([])
    expect(module?.objectives).toEqual([{ 'zh-CN': '能核对', en: '能核对' }])
    expect(draftSettings(module!).objectives).toEqual(objectives)
    expect(withoutStandIns(quiz)).toMatchObject(parse(chinese.quiz))
    expect(JSON.stringify(withoutStandIns(quiz))).not.toContain('"en"')
    const both = await problemsOf({ ...chinese, lessonEn: changed(lessonTemplate('en', 'Sums')) })
    expect(both).toMatchObject([
      { part: 'settings', field: 'objectives', severity: 'error' },
      { part: 'en', code: 'DRIFT' },
      { part: 'quiz', code: 'DRIFT', severity: 'warning', line: 4 },
    ])
  })

  it('shows only pictures that its course has, and says what is on them', async () => {
    const lesson = (picture: string) => ({ lessonZh: `${sound.lessonZh}\n${picture}\n` })
    const line = sound.lessonZh.split('\n').length + 1
    expect(await errors(lesson('<Figure src={"/assets/sums/join.png"} alt="两张表" />'))).toEqual(
      [],
    )
    expect(await errors(lesson('![两张表][join]\n\n[join]: /assets/sums/join.png'))).toEqual([])
    for (const missing of [
      '![表](/assets/sums/other.png)',
      '<Figure src="/assets/x.png" alt="a" />',
    ]) {
      expect(await errors(lesson(`甲${missing}`))).toMatchObject([
        { part: 'zh', code: 'PICTURE', line, column: 2 },
      ])
    }
    expect(await errors(lesson('![](/assets/sums/join.png)'))).toMatchObject([
      { code: 'PICTURE', line, column: 1 },
    ])
  })

  it('may use every component as the help page shows it', async () => {
    for (const [name, example] of Object.entries(componentExamples)) {
      expect([name, checkLesson(`${example}\n`).ok]).toEqual([name, true])
    }
  })

  it('needs Chinese with a title and text, and no English', async () => {
    expect(hasErrors(await problemsOf({ lessonZh: '' }))).toBe(true)
    expect(await errors({ lessonZh: '正文\n\n<Quiz id="first-check" />\n' })).toMatchObject([
      { part: 'zh', code: 'MISSING', line: 1 },
    ])
  })

  it('is told where a check or lab does not exist, by the line of the file', async () => {
    const lessonZh = '---\ntitle: 课\n---\n\n正文\n\n<Quiz id="other" />\n\n<Lab id="nowhere" />\n'
    expect(await errors({ lessonZh })).toMatchObject([
      { code: 'REFERENCE', line: 1, message: expect.stringContaining('first-check') },
      { code: 'REFERENCE', line: 7, column: 1, excerpt: '<Quiz id="other" />' },
      { code: 'REFERENCE', line: 9, message: expect.stringContaining('nowhere') },
    ])
  })

  it('hears of each setting that is wrong', async () => {
    const settings = { ...sound.settings, minutes: '三十', skills: [{ skill: 'x', level: '1' }] }
    expect((await errors({ settings })).map(({ field }) => field)).toEqual(['minutes', 'skills'])
    const half = { ...sound.settings, objectives: [{ 'zh-CN': '', en: 'Can' }] }
    expect(await errors({ settings: half })).toMatchObject([{ field: 'objectives' }])
  })
})

describe('quiz.yaml', () => {
  const broken = `quizzes:
  - id: first-check
    questions:
      - id: q
        type: single
        prompt: { zh-CN: 问, en: ask }
        choices:
          - id: a
            text: { en: a }
            feedback: { zh-CN: 甲, en: a }
          - id: b
            text: { zh-CN: 乙, en: b }
            feedback: { zh-CN: 乙, en: b }
`
  it('is explained by line and column in the language of the page', async () => {
    const [chinese] = await inLocaleOf('zh-CN', () => errors({ quiz: broken }))
    expect(chinese).toMatchObject({ part: 'quiz', code: 'SCHEMA', line: 9, column: 19 })
    expect(chinese?.message).toBe(
      '第1个练习 › 第1题 › choices第1项 › “zh-CN”：缺少这一项，请补上。',
    )
    const [english] = await inLocaleOf('en', () => errors({ quiz: broken }))
    expect(english?.message).toContain('this is missing')
  })

  it('is checked beyond its form: a question needs its right answer', async () => {
    const quiz = broken.replace('{ en: a }', '{ zh-CN: 甲, en: a }')
    expect(await errors({ quiz })).toMatchObject([{ code: 'QUESTION', line: 4, column: 9 }])
  })

  it('holds no character that turns or hides text, not even by an escape', async () => {
    const quiz = broken
      .replace('{ en: a }', '{ zh-CN: "甲\\u202e", en: a }')
      .replaceAll('\n', '\r\n')
    expect(await errors({ quiz })).toMatchObject([{ code: 'ENCODING', line: 9, column: 30 }])
    const [raw] = await errors({ quiz: quiz.replace('\\u202e', '\u202e') })
    expect(raw).toMatchObject({ part: 'quiz', code: 'ENCODING', line: 9, column: 28 })
    expect(raw?.message).toContain('U+202E')
  })

  it.each([
    ['questions:', 'questions', '“questions”后面少了英文冒号', 3],
    ['questions:', 'questions：', '“questions”后面用了中文冒号', 3],
    ['type: single', 'type:single', '“type:”的冒号后面要空一格', 5],
    ['type: single', '这是上一行的下半句', '不是“名称: 内容”的写法', 5],
    ['id: q', 'id: q: r', '这一行里有多余的英文冒号', 4],
    ['        type', '          type', '下一行缩进得太多', 4],
  ])(
    'with one slip in it is told of that slip alone: %s as %s',
    async (right, slip, said, line) => {
      const found = await errors({ quiz: broken.replace(right, slip) })
      expect(found).toMatchObject([{ part: 'quiz', code: 'YAML', line }])
      expect(found[0]?.message).toContain(said)
    },
  )

  it('with the same name twice in two places is told of both', async () => {
    const quiz = broken.replaceAll('            text:', '            id: c\n            text:')
    const lines = (await errors({ quiz })).map(({ code, line }) => [code, line])
    expect(lines).toEqual([
      ['YAML', 9],
      ['YAML', 13],
    ])
  })

  it('that is no YAML is told what to look at', async () => {
    expect((await errors({ quiz: 'quizzes:\n\t- id: a\n' }))[0]).toMatchObject({
      code: 'YAML',
      line: 2,
    })
    expect((await errors({ quiz: 'a: b: c' }))[0]).toMatchObject({
      code: 'YAML',
      line: 1,
      column: 4,
    })
    expect((await errors({ quiz: 'quizzes: &a [*a]' }))[0]).toMatchObject({ part: 'quiz' })
  })
})

describe('English', () => {
  const lessonEn = changed(lessonTemplate('en', 'Check the sums'))

  it('is said to lag behind where the Chinese changed since they were compared', async () => {
    const { lesson } = checkLesson(sound.lessonZh)
    const translatedFrom = blockHashes(lesson!.tree, lesson!.source).map(({ hash }) => hash)
    const settings = { ...sound.settings, translatedFrom }
    expect(await problemsOf({ lessonEn, settings })).toEqual([])
    const lessonZh = sound.lessonZh.replace('一次只讲一件事', '一次讲清一件事')
    expect(await problemsOf({ lessonEn, lessonZh, settings })).toMatchObject([
      { part: 'zh', code: 'DRIFT', severity: 'warning', line: 12 },
    ])
  })

  it('is asked to be compared once it is written', async () => {
    expect(await problemsOf({ lessonEn })).toMatchObject([{ part: 'en', code: 'DRIFT' }])
  })
})

describe('a picture from elsewhere', () => {
  it.each(['https://example.org/a.png', '/assets/../a.png', '/assets/sums/none.png'])(
    'is refused with the way to the upload page: %s',
    async (address) => {
      const lessonZh = `${sound.lessonZh}\n\n![图](${address})\n`
      const found = (await errors({ lessonZh })).filter(({ isPicture }) => isPicture)
      expect(found).toHaveLength(1)
      expect(found[0]?.message).not.toContain('assets文件夹')
      expect(found[0]?.message).toContain('上传')
    },
  )
})
