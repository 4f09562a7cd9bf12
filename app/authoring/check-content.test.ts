import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { checkContent } from './check-content.server.ts'

const root = mkdtempSync(join(tmpdir(), 'civic-content-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const course = 'courses/security-for-everyone'
const mail = `${course}/modules/01-mail-and-messages`
const lab = `${course}/labs/phishing-triage`
for (const part of ['registry', 'regions', 'roles', 'frameworks', 'items/data-sql', course]) {
  cpSync(join('content', part), join(root, part), { recursive: true })
}

type Place = { file: string; line: number; column: number }

/** Writes `by` in the place of the only such text of a file, and says where the last word of it stands. */
function damage(name: string, text: string, by: string): Place {
  const file = join(root, name)
  const [before = '', after, ...more] = readFileSync(file, 'utf8').split(text)
  if (after === undefined || more.length > 0) throw new Error(`${name} has no one '${text}'`)
  writeFileSync(file, before + by + after)
  const value = by.search(/[\w'.-]+\W*$/)
  const lines = (before + by.slice(0, value)).split('\n')
  return { file, line: lines.length, column: lines.at(-1)!.length + 1 }
}

it('names file, line and column of what refers to nothing, is there twice, or is a lab that is wrong', async () => {
  const references = [
    damage(`${course}/course.yaml`, 'skill: protecting-devices', 'skill: no-skill'),
    damage(`${mail}/module.yaml`, '- phishing-triage', '- no-lab'),
    damage(`${mail}/quiz.yaml`, '- id: county-mail', '- id: who-registered'),
    damage('roles/department-head.yaml', 'skill: data-governance', 'skill: no-skill'),
    damage('frameworks/white-hat.yaml', "code: '4715'", "code: 'NONE'"),
    damage('frameworks/white-hat.yaml', '- code: threat-hunting', '- code: log-analysis'),
    damage('items/data-sql/items.yaml', 'skill: data-sql', 'skill: no-skill'),
    damage(`${lab}/lab.yaml`, 'slug: phishing-triage', 'slug: other-slug'),
  ].map((place) => ({ ...place, code: 'REFERENCE' }))
  const labs = [
    damage(`${lab}/lab.yaml`, 'accepted: accepted.yaml', 'accepted: wrong-one-clue.yaml'),
    damage(
      `${lab}/lab.yaml`,
      'file: wrong-all-legitimate.yaml\n    fails: [verdicts, evidence]',
      'file: accepted.yaml\n    fails: [verdicts]',
    ),
  ].map((place) => ({ ...place, code: 'LAB' }))
  const { problems } = await checkContent(root)
  const placed = problems.map(({ file, line, column, code }) => ({ file, line, column, code }))
  const about = (code: string) => placed.filter((place) => place.code === code)
  expect(about('REFERENCE')).toEqual(expect.arrayContaining(references))
  // The post that asks for the skill which lost its name is one more.
  expect(about('REFERENCE')).toHaveLength(references.length + 1)
  expect([...new Set(about('LAB').map(({ line }) => line))]).toEqual(labs.map(({ line }) => line))
  expect(about('LAB')).toEqual(expect.arrayContaining(labs))
})

it('names the line of a sample that is not as its schema says, and does not try the lab', async () => {
  const place = damage(`${lab}/samples.yaml`, '- id: mail-02', '- id: Mail_02')
  const { problems } = await checkContent(root)
  expect(problems).toContainEqual(expect.objectContaining({ ...place, code: 'SCHEMA' }))
  expect(problems.filter(({ code }) => code === 'LAB')).toEqual([])
})
