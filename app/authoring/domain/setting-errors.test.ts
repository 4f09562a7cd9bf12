import { expect, it } from 'vitest'
import type { DraftProblem } from './draft-problem.ts'
import { emptySettings, type SettingField } from './draft-settings.ts'
import { settingErrors } from './setting-errors.ts'

function wrong(field: SettingField, message: string): DraftProblem {
  const at = { line: 1, column: 1, excerpt: '' }
  return { part: 'settings', code: 'SETTINGS', ...at, message, severity: 'error', field }
}
const objective = { 'zh-CN': '能核对', en: 'Check' }

it('stands beside the field, of a list beside the row at fault', () => {
  const all = [wrong('minutes', '甲'), wrong('objectives', '乙'), wrong('skills', '丙')]
  const first = { minutes: '甲', 'objective-zh-1': '乙', 'skill-1': '丙' }
  expect(settingErrors(all, emptySettings, [])).toEqual(first)
  const settings = {
    ...emptySettings,
    objectives: [objective, { ...objective, en: '' }],
    skills: ['a', 'gone'].map((skill) => ({ skill, level: '1' })),
  }
  const rows = { minutes: '甲', 'objective-en-2': '乙', 'skill-2': '丙' }
  expect(settingErrors(all, settings, ['a'])).toEqual(rows)
})

it('is all there where two things are wrong in one place, and is no complaint about a text', () => {
  const lesson: DraftProblem = { ...wrong('minutes', '丁'), part: 'zh' }
  delete lesson.field
  const two = [wrong('labs', '甲'), lesson, wrong('labs', '乙')]
  expect(settingErrors(two, emptySettings, [])).toEqual({ labs: '甲 乙' })
})
