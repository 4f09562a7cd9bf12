import { describe, expect, it } from 'vitest'
import { addressName, nextModuleSlug, titleFor, titleIn, withLineFeeds } from './draft.ts'
import { withFrontMatter } from './draft-content.ts'
import { draftSettings, emptySettings, readSettings, settingsFromFields } from './draft-settings.ts'

describe('a new lesson', () => {
  it('gets the next number of its course', () => {
    expect(nextModuleSlug('sums', ['01-a', '04-b', '02-c'])).toBe('05-sums')
    expect(nextModuleSlug('sums', [])).toBe('01-sums')
  })

  it('is named by plain letters, and by none where there are none', () => {
    expect(addressName('Check the sums: twice!')).toBe('check-the-sums-twice')
    expect(addressName('Café ＳＱＬ')).toBe('cafe-sql')
    expect(addressName('核对合计')).toBe('')
    expect(addressName(`${'a'.repeat(47)} b`)).toHaveLength(47)
  })
})

describe('titleIn', () => {
  it('finds what withFrontMatter wrote, however it is spelled', () => {
    expect(titleIn(withFrontMatter({ title: '联接：两张表', summary: '' }, '文'))).toBe(
      '联接：两张表',
    )
    expect(titleIn('---\ntitle: 甲\n---\n')).toBe('甲')
    expect(titleIn('## 标题\n\ntitle: 乙')).toBeUndefined()
  })
})

describe('settings', () => {
  const content = {
    objectives: [{ 'zh-CN': '能', en: 'can' }],
    minutes: 68,
    creditHours: 1.5,
    skills: [{ skill: 'data-sql', level: 3 }],
    labs: ['missing-reports'],
    translatedFrom: ['0123456789abcdef'],
  }

  it('survive being edited and read again', () => {
    expect(readSettings(draftSettings(content)).value).toEqual(content)
  })

  it('keep what is typed, right or wrong, and what the form does not show', () => {
    const typed = settingsFromFields(
      {
        'objective-zh-2': [' 能\n核对 '],
        minutes: ['半小时'],
        'skill-1': ['data-sql'],
        'level-1': ['2'],
      },
      draftSettings(content),
    )
    expect(typed).toEqual({
      objectives: [{ 'zh-CN': '能 核对', en: '' }],
      minutes: '半小时',
      creditHours: '',
      skills: [{ skill: 'data-sql', level: '2' }],
      labs: [],
      translatedFrom: content.translatedFrom,
    })
    const { value, faults } = readSettings(typed)
    expect(value).toBeUndefined()
    expect(faults).toEqual([
      { field: 'minutes', reason: 'wrong' },
      { field: 'creditHours', reason: 'wrong' },
    ])
  })

  it('give no more credit hours than the minutes make', () => {
    const faultsOf = (minutes: string, creditHours: string) =>
      readSettings({ ...draftSettings(content), minutes, creditHours }).faults
    expect(faultsOf('12', '8')).toEqual([{ field: 'creditHours', reason: 'too-many' }])
    expect(faultsOf('67', '1.5')).toEqual([{ field: 'creditHours', reason: 'too-many' }])
    expect(faultsOf('68', '1.5')).toEqual([])
    expect(faultsOf('44', '1')).toEqual([{ field: 'creditHours', reason: 'too-many' }])
    // The least that can be given, also for a short one.
    expect(faultsOf('10', '0.5')).toEqual([])
  })

  it('need the Chinese of an objective, and no English', () => {
    const english = [{ 'zh-CN': '', en: 'Check' }]
    const { faults } = readSettings({ ...draftSettings(content), objectives: english })
    expect(faults).toEqual([{ field: 'objectives', reason: 'one-language' }])
  })

  it('are all missing at the beginning', () => {
    expect(readSettings(emptySettings).faults.map(({ field }) => field)).toEqual([
      'objectives',
      'minutes',
      'creditHours',
      'skills',
    ])
  })
})

it('texts are kept with line feeds, whatever the browser sends', () => {
  expect(withLineFeeds('a\r\nb\rc\n')).toBe('a\nb\nc\n')
})

describe('what a draft is called', () => {
  const lesson = (title: string) => `---\ntitle: ${title}\n---\n`
  const draft = { lessonZh: lesson('核对'), lessonEn: lesson('Sums'), moduleSlug: '01-sums' }

  it('is its English title on an English page where there is one, else the Chinese', () => {
    expect(titleFor('en', draft)).toEqual({ title: 'Sums', titleLang: 'en' })
    expect(titleFor('zh-CN', draft)).toEqual({ title: '核对', titleLang: 'zh-CN' })
    expect(titleFor('en', { ...draft, lessonEn: '' }).title).toBe('核对')
    expect(titleFor('en', { ...draft, lessonEn: '', lessonZh: '' }).title).toBe('01-sums')
  })
})
