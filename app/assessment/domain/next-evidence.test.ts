import { describe, expect, it } from 'vitest'
import type { Evidence } from '#app/talent/domain/evidence.ts'
import { chooseRaise, type Opening } from './next-evidence.ts'

const now = Date.UTC(2026, 10, 22)
const piece = (level: number, strength: number, kind: Evidence['kind']): Evidence => ({
  id: `${kind}-${level}`,
  skill: 'data-sql',
  level,
  kind,
  strength,
  diagnostic: kind === 'unsupervised-test',
  at: now,
})
const tested = (level: number) => piece(level, 0.4, 'unsupervised-test')
const passed = (level: number) => piece(level, 0.7, 'unsupervised-lab')
const studied = (level: number) => piece(level, 0.4, 'completed-module')
const record = (...evidence: Evidence[]) => ({
  skill: 'data-sql',
  offensive: false,
  evidence,
  revocations: [],
  asOf: now,
})
const lab = (level: number): Opening => ({ kind: 'lab', level, labs: [] })
const module = (level: number, ...labs: number[]): Opening => ({ kind: 'module', level, labs })

/** A course like the SQL one: four modules, each with its lab. */
const course = [module(1, 1), module(2, 2), module(3, 3), module(2, 2), lab(1), lab(2), lab(3)]

describe('what to do next for the record', () => {
  it('is the lab of the highest level the test found, which brings the record there', () => {
    const next = chooseRaise(course, record(tested(4), studied(1), passed(1)), 4)
    expect(next?.opening).toEqual(lab(3))
    expect(next?.after.level).toBe(3)
    expect(next?.after.confidence).toBeCloseTo(1 - 0.6 * 0.3, 9)
  })

  it('is a module with its lab where the level was not found by the test', () => {
    const next = chooseRaise(course, record(tested(2), passed(2)), 2)
    expect(next?.opening).toEqual(module(3, 3))
    expect(next?.after.level).toBe(3)
  })

  it('begins with level 1 where no more than level 1 is sure', () => {
    expect(chooseRaise(course, record(tested(1)), 1)?.opening).toEqual(module(1, 1))
    expect(chooseRaise([module(3), module(2), lab(3)], record(tested(1)), 1)?.opening).toEqual(
      module(2),
    )
  })

  it('is a module that makes a level surer when no higher one can be reached', () => {
    const next = chooseRaise([module(3)], record(tested(4), passed(3)), 4)
    expect(next?.opening).toEqual(module(3))
    expect(next?.after.confidence).toBeCloseTo(1 - 0.6 * 0.3 * 0.6, 9)
  })

  it('counts what does not make a level yet, and only while there is none', () => {
    expect(chooseRaise([module(1)], record(), 1)?.after.level).toBe(0)
    expect(chooseRaise([module(1)], record(passed(2)), 2)).toBeUndefined()
  })

  it('is nothing when only stronger evidence would help', () => {
    expect(chooseRaise([], record(tested(4), passed(3)), 4)).toBeUndefined()
    expect(chooseRaise([lab(2), module(2, 2)], record(passed(3)), 3)).toBeUndefined()
  })
})
