import { describe, expect, it } from 'vitest'
import { type CourseState, gapsOf, nextStep, thin, untaught, whyChoose } from './next-step.ts'

const module = (
  id: string,
  completed = false,
  openedAt: number | null = null,
  studied = openedAt !== null,
) => ({
  id,
  minutes: 45,
  skills: [],
  completed,
  openedAt,
  studied,
})
const course = (
  slug: string,
  skill: string,
  modules: CourseState['modules'],
  level = 3,
): CourseState => ({
  slug,
  modules: modules.map((each) => ({ ...each, skills: [{ skill, level }] })),
})
const gap = { skill: 'data-sql', level: 3, held: 1 }
const none = new Set<string>()

describe('gapsOf', () => {
  it('lists what is below the post, the widest gap first', () => {
    const wanted = [
      { skill: 'a', level: 2 },
      { skill: 'b', level: 3 },
      { skill: 'c', level: 1 },
    ]
    const held = new Map([
      ['a', 1],
      ['c', 1],
    ])
    expect(gapsOf(wanted, held).map(({ skill }) => skill)).toEqual(['b', 'a'])
  })
})

describe('nextStep', () => {
  it('goes on with the course worked at last, at its first module not completed', () => {
    const courses = [
      course('one', 'x', [module('one/1', false, 5), module('one/2', false, 9)]),
      course('two', 'data-sql', [module('two/1', true, 7), module('two/2')]),
      course('three', 'x', [module('three/1', true, 99)]),
    ]
    expect(nextStep(courses, [gap], none)).toMatchObject({ kind: 'continue', moduleId: 'one/1' })
    const later = courses.slice(1)
    expect(nextStep(later, [gap], none)).toMatchObject({ kind: 'continue', moduleId: 'two/2' })
  })

  it('jumps over no module of a course under way to one that teaches what the post asks', () => {
    const sql: CourseState = {
      slug: 'sql',
      modules: [
        module('sql/1', true, 1),
        module('sql/2'),
        module('sql/3'),
        { ...module('sql/4', false, 2, false), skills: [{ skill: 'data-sql', level: 3 }] },
      ],
    }
    expect(nextStep([sql], [gap], none)).toMatchObject({ kind: 'continue', moduleId: 'sql/2' })
    const nominations = [{ course: 'sql', dueAt: null }]
    expect(nextStep([sql], [gap], none, nominations)).toMatchObject({
      ...{ kind: 'nominated', moduleId: 'sql/2', begun: true },
    })
  })

  it('begins a course that was only looked into at its first module too', () => {
    const opened = course('one', 'x', [module('one/1'), module('one/2', false, 9, false)])
    expect(nextStep([opened], [], none)).toMatchObject({ kind: 'continue', moduleId: 'one/1' })
  })

  it('takes what the post asks before a lesson that was only opened, and that before nothing', () => {
    const opened = course('one', 'x', [module('one/1', false, 9, false)])
    const asked = course('two', 'data-sql', [module('two/1')])
    expect(nextStep([opened, asked], [gap], none)).toMatchObject({ moduleId: 'two/1' })
    expect(nextStep([opened], [gap], none)).toMatchObject({ kind: 'continue', moduleId: 'one/1' })
  })

  it('takes what the unit nominated for before all else: what is due first, and is not completed', () => {
    const begun = course('one', 'x', [module('one/1', false, 9)])
    const two = course('two', 'x', [
      module('two/1', true),
      module('two/2'),
      module('two/3', false, 4),
    ])
    const three = course('three', 'x', [module('three/1')])
    const courses = [begun, two, three]
    const step = (nominations: Parameters<typeof nextStep>[3]) =>
      nextStep(courses, [], none, nominations)
    const forTwo = { course: 'two', dueAt: 50 }
    expect(step([{ course: 'three', dueAt: null }, forTwo])).toMatchObject({
      ...{ kind: 'nominated', moduleId: 'two/2', dueAt: 50 },
    })
    expect(step([{ course: 'three', dueAt: 40 }, forTwo])).toMatchObject({ moduleId: 'three/1' })
    const done = course('two', 'x', [module('two/1', true)])
    expect(nextStep([begun, done], [], none, [forTwo]).kind).toBe('continue')
    expect(step([{ course: 'gone', dueAt: 1 }]).kind).toBe('continue')
  })

  it('closes the widest gap when nothing is begun', () => {
    const courses = [
      course('one', 'x', [module('one/1')]),
      course('two', 'data-sql', [module('two/1'), module('two/2')]),
    ]
    expect(nextStep(courses, [gap], none)).toMatchObject({
      ...{ kind: 'close-gap', moduleId: 'two/1', gap, later: false },
    })
  })

  it('takes a course that reaches the post before one that does not, and says how far that leads', () => {
    const wide = { skill: 'privacy', level: 3, held: 0 }
    const short = course('short', 'privacy', [module('short/1')], 1)
    const whole = course('two', 'data-sql', [module('two/1')])
    expect(nextStep([short, whole], [wide, gap], none)).toMatchObject({ course: 'two', leadsTo: 3 })
    expect(nextStep([short], [wide, gap], none)).toMatchObject({ course: 'short', leadsTo: 1 })
  })

  it('begins a course that teaches the skill at its first module, and says that the skill comes later', () => {
    const mixed: CourseState = {
      slug: 'mixed',
      modules: [
        { ...module('mixed/1'), skills: [{ skill: 'devices', level: 2 }] },
        { ...module('mixed/2'), skills: [{ skill: 'data-sql', level: 2 }] },
      ],
    }
    const step = nextStep([mixed], [gap], none)
    expect(step).toMatchObject({
      ...{ kind: 'close-gap', moduleId: 'mixed/1', leadsTo: 2, later: true },
    })
    const done = mixed.modules.map((each, i) => ({ ...each, completed: i === 1 }))
    expect(nextStep([{ ...mixed, modules: done }], [gap], none).kind).not.toBe('close-gap')
  })

  it('leaves out a course that teaches no more than what is held', () => {
    const low = course('low', 'data-sql', [module('low/1')], 1)
    expect(nextStep([low], [gap], none)).toEqual({ kind: 'choose' })
  })

  it('offers the test once the course is done, and only where there is one', () => {
    const courses = [course('two', 'data-sql', [module('two/1', true, 1)])]
    expect(nextStep(courses, [gap], new Set(['data-sql']))).toEqual({ kind: 'show', gap })
    expect(nextStep(courses, [gap], none)).toEqual({ kind: 'choose' })
  })

  it('lets a person without gaps choose', () => {
    expect(nextStep([course('one', 'x', [module('one/1')])], [], none)).toEqual({ kind: 'choose' })
  })
})

it('names the gaps that no course teaches', () => {
  const other = { skill: 'privacy', level: 2, held: 0 }
  expect(untaught([course('two', 'data-sql', [module('two/1')])], [gap, other])).toEqual([other])
})

it('names the gaps whose completed modules are not enough for a level', () => {
  const done = course('two', 'data-sql', [module('two/1', true, 1)])
  const none = { ...gap, held: 0 }
  expect(thin([done], [none])).toEqual([none])
  expect(thin([done], [gap])).toEqual([])
  expect(thin([course('two', 'data-sql', [module('two/1')])], [none])).toEqual([])
})

it('says why nothing is named', () => {
  expect(whyChoose([], [])).toBe('no-post')
  expect(whyChoose([gap], [])).toBe('post-met')
  expect(whyChoose([gap], [gap])).toBe('nothing-teaches')
})
