import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { frameworkFile, roleProfile, type Skill } from '#app/talent/domain/framework.ts'

const content = new URL('../../../content/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, content), 'utf8')
const yamlFiles = (folder: string) =>
  readdirSync(new URL(folder, content))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, value: parse(read(`${folder}${name}`)) as unknown }))

const frameworks = yamlFiles('frameworks/').map(({ name, value }) => ({
  name,
  result: frameworkFile.safeParse(value),
}))
const roleFiles = yamlFiles('roles/').map(({ name, value }) => ({
  name,
  result: roleProfile.safeParse(value),
}))
const sources = frameworks.flatMap(({ result }) => result.data?.sources ?? [])
const skills = frameworks.flatMap(({ result }) => result.data?.skills ?? [])
const roles = roleFiles.flatMap(({ result }) => result.data ?? [])

const repeated = (values: string[]) => values.filter((value, i) => values.indexOf(value) !== i)
const codesFrom = (source: string, of: Skill[] = skills) =>
  of.flatMap(({ crosswalk }) => crosswalk.filter((to) => to.source === source).map((to) => to.code))

describe('the files in content/frameworks and content/roles', () => {
  test('follow their schemas', () => {
    const problems = [...frameworks, ...roleFiles].flatMap(({ name, result }) =>
      result.success ? [] : [`${name}: ${result.error.message}`],
    )
    expect(problems).toEqual([])
    expect(skills.length).toBeGreaterThanOrEqual(45)
    expect(roles.length).toBeGreaterThanOrEqual(17)
  })

  test('give each source, skill and role a code of its own', () => {
    expect(repeated(sources.map(({ id }) => id))).toEqual([])
    expect(repeated(skills.map(({ code }) => code))).toEqual([])
    expect(repeated(roles.map(({ code }) => code))).toEqual([])
  })

  test('map only to sources that are named with their attribution', () => {
    const known = sources.map(({ id }) => id)
    const used = [...skills.flatMap((s) => s.crosswalk), ...roles.flatMap((r) => r.elsewhere)]
    expect(used.map(({ source }) => source).filter((id) => !known.includes(id))).toEqual([])
  })

  test('carry the exact sentence that the Open Government Licence asks for, in both languages', () => {
    const uk = sources.find(({ id }) => id === 'uk-gdd')
    const sentence =
      'Contains public sector information licensed under the Open Government Licence v3.0.'
    expect(uk?.attribution.en).toContain(sentence)
    expect(uk?.attribution['zh-CN']).toContain(sentence)
  })
})

describe('each skill', () => {
  test('has four levels that differ, in both languages', () => {
    const same = skills.filter(
      ({ levels }) =>
        repeated(levels.map((level) => level['zh-CN'])).length > 0 ||
        repeated(levels.map((level) => level.en)).length > 0,
    )
    expect(same.map(({ code }) => code)).toEqual([])
  })

  test('is written in Chinese with full-width punctuation and in English without Chinese', () => {
    const texts = skills.flatMap((s) => [s.name, s.description, ...s.levels])
    const half = texts.map((text) => text['zh-CN']).filter((zh) => /[,;:?!()]|\.(\s|$)/.test(zh))
    const mixed = texts
      .map(({ en }) => en)
      .filter((en) => /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(en))
    const noHan = texts.map((text) => text['zh-CN']).filter((zh) => !/\p{Script=Han}/u.test(zh))
    expect({ half, mixed, noHan }).toEqual({ half: [], mixed: [], noHan: [] })
  })

  test('maps to an element at most once', () => {
    const twice = skills.filter(
      (s) => repeated(s.crosswalk.map((to) => `${to.source} ${to.code}`)).length > 0,
    )
    expect(twice.map(({ code }) => code)).toEqual([])
  })
})

describe('the crosswalk', () => {
  test('takes each of the 21 DigComp 3.0 competences exactly once, as the same competence', () => {
    const areas: [area: number, competences: number][] = [
      [1, 3],
      [2, 6],
      [3, 4],
      [4, 4],
      [5, 4],
    ]
    const all = areas.flatMap(([area, n]) =>
      Array.from({ length: n }, (_, i) => `${area}.${i + 1}`),
    )
    const everyone = skills.filter(({ group }) => group === 'everyone')
    expect(codesFrom('digcomp3').sort()).toEqual(all)
    expect(everyone.every((s) => s.crosswalk.every((to) => to.relation === 'exact'))).toBe(true)
  })

  test('uses well-formed NICE and DCWF element numbers', () => {
    expect(codesFrom('nice').filter((code) => !/^[TKS]\d{4}$/.test(code))).toEqual([])
    expect(codesFrom('dcwf').filter((code) => !/^\d{1,4}[A-C]?$/.test(code))).toEqual([])
    expect(codesFrom('nice').length).toBeGreaterThan(0)
    expect(codesFrom('dcwf').length).toBeGreaterThan(0)
  })

  test('keeps the codes that courses and tests rely on', () => {
    const relied = { 'protecting-devices': '4.1', 'protecting-personal-data': '4.2' }
    for (const [code, competence] of Object.entries(relied)) {
      expect(
        codesFrom(
          'digcomp3',
          skills.filter((s) => s.code === code),
        ),
      ).toEqual([competence])
    }
    const codes = skills.map(({ code }) => code)
    expect(codes).toEqual(
      expect.arrayContaining(['data-sql', 'open-data-publishing', 'log-analysis', 'log-forensics']),
    )
  })
})

describe('each role profile', () => {
  test('is in the file of its own code', () => {
    const strays = roleFiles.filter(
      ({ name, result }) => result.data && result.data.code !== basename(name, '.yaml'),
    )
    expect(strays.map(({ name }) => name)).toEqual([])
  })

  test('asks for four to eight skills that exist, each once', () => {
    const known = skills.map(({ code }) => code)
    for (const { code, requires } of roles) {
      const asked = requires.map(({ skill }) => skill)
      expect(
        asked.filter((skill) => !known.includes(skill)),
        code,
      ).toEqual([])
      expect(repeated(asked), code).toEqual([])
      expect(asked.length, code).toBeGreaterThanOrEqual(4)
      expect(asked.length, code).toBeLessThanOrEqual(8)
    }
  })

  test('names work roles elsewhere by well-formed codes', () => {
    const shape: Record<string, RegExp> = {
      nice: /^(DD|IN|IO|OG|PD)-WRL-\d{3}$/,
      dcwf: /^\d{3}$/,
    }
    const wrong = roles
      .flatMap(({ elsewhere }) => elsewhere)
      .filter(({ source, code }) => !shape[source]?.test(code))
    expect(wrong).toEqual([])
  })

  test('covers the nine white-hat roles', () => {
    expect(
      roles
        .filter(({ kind }) => kind === 'white-hat')
        .map(({ code }) => code)
        .sort(),
    ).toEqual([
      'digital-forensics-analyst',
      'disclosure-coordinator',
      'incident-responder',
      'penetration-tester',
      'red-team',
      'reverse-engineer',
      'secure-code-reviewer',
      'threat-hunter',
      'vulnerability-researcher',
    ])
  })
})
