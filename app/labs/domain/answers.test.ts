import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkSubmission,
  drawSamples,
  gradeAnswers,
  presentSample,
} from '#app/labs/domain/answers.ts'
import { type AnswersSubmission, samplesFile } from '#app/labs/domain/manifest.ts'

const both = (en: string) => ({ 'zh-CN': `中${en}`, en })
const rules = {
  draw: 6,
  pass: 5,
  verdicts: ['phishing', 'genuine', 'unsure'].map((id) => ({ id, text: both(id) })),
  evidenceAtLeast: 2,
  mistakesAtMost: 0,
}
const { samples } = samplesFile.parse({
  samples: Array.from({ length: 15 }, (_, i) => ({
    id: `mail-${i}`,
    from: both('from'),
    to: both('to'),
    subject: both(`subject ${i}`),
    date: '2026-01-05',
    body: both('body'),
    verdict: rules.verdicts[i % 3]?.id,
    why: both('SECRET why'),
    clues: ['a', 'b', 'c', 'd'].map((id, n) => ({
      id,
      text: both(`clue ${id}`),
      evidence: n < 3,
      why: both(`SECRET ${id}`),
    })),
  })),
})
const seeds = fc.string({ maxLength: 10 })

const key = (drawn: typeof samples): AnswersSubmission =>
  Object.fromEntries(drawn.map((s) => [s.id, { verdict: s.verdict, clues: ['a', 'b'] }]))

test('a draw shares its samples evenly among verdicts and repeats for its seed', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const drawn = drawSamples(rules, samples, seed)
      expect(new Set(drawn.map((s) => s.id)).size).toBe(6)
      for (const { id } of rules.verdicts)
        expect(drawn.filter((s) => s.verdict === id).length).toBe(2)
      expect(drawSamples(rules, [...samples].reverse(), seed)).toEqual(drawn)
    }),
  )
})

test('what is left over goes to verdicts by seed, and a small bank is drawn whole', () => {
  const unsure = new Set<number>()
  for (let i = 0; i < 40; i++) {
    const drawn = drawSamples({ ...rules, draw: 7 }, samples, `s${i}`)
    expect(drawn.length).toBe(7)
    unsure.add(drawn.filter((s) => s.verdict === 'unsure').length)
  }
  expect([...unsure].sort()).toEqual([2, 3])
  expect(drawSamples({ ...rules, draw: 99 }, samples, 's').length).toBe(15)
})

test('a sample is shown without its verdict, its evidence and its reasons', () => {
  fc.assert(
    fc.property(fc.constantFrom(...samples), seeds, (sample, seed) => {
      const shown = JSON.stringify(presentSample(sample, seed, 'en'))
      for (const secret of ['SECRET', 'evidence', 'why', 'verdict', sample.verdict])
        expect(shown).not.toContain(secret)
    }),
  )
})

describe('grading', () => {
  const drawn = drawSamples(rules, samples, 'seed')
  const first = drawn[0]?.id ?? ''
  const second = drawn[1]?.id ?? ''
  const passed = (submission: AnswersSubmission) =>
    gradeAnswers(rules, drawn, submission).checks.map((c) => [c.passed, c.right])

  test('the key passes both checks under every seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const own = drawSamples(rules, samples, seed)
        expect(checkSubmission(rules, own, key(own)).ok).toBe(true)
        expect(gradeAnswers(rules, own, key(own)).passed).toBe(true)
      }),
    )
  })

  test('a right verdict without its evidence counts for the verdict alone', () => {
    const lazy = Object.fromEntries(drawn.map((s) => [s.id, { verdict: s.verdict, clues: ['a'] }]))
    expect(passed(lazy)).toEqual([
      [true, 6],
      [false, 0],
    ])
  })

  test('naming everything is a mistake where one clue is none', () => {
    const clues = ['a', 'b', 'c', 'd']
    expect(passed({ ...key(drawn), [first]: { ...key(drawn)[first]!, clues } })).toEqual([
      [true, 6],
      [true, 5],
    ])
  })

  test('one wrong verdict is allowed here, two are not', () => {
    const wrong = { verdict: 'none-of-them', clues: ['a', 'b'] }
    const once = { ...key(drawn), [first]: wrong }
    expect(passed(once)[0]).toEqual([true, 5])
    expect(passed({ ...once, [second]: wrong })).toEqual([
      [false, 4],
      [false, 4],
    ])
  })

  test('afterwards each sample is explained', () => {
    const [sample] = gradeAnswers(rules, drawn, key(drawn)).samples
    expect(sample?.why.en).toBe('SECRET why')
    expect(sample?.clues.map((c) => [c.named, c.evidence, c.why.en])).toEqual([
      [true, true, 'SECRET a'],
      [true, true, 'SECRET b'],
      [false, true, 'SECRET c'],
      [false, false, 'SECRET d'],
    ])
  })

  test('a form that leaves out a sample or forges one is told so', () => {
    const { [first]: _, ...rest } = key(drawn)
    const error = (s: AnswersSubmission) => {
      const checked = checkSubmission(rules, drawn, s)
      return checked.ok ? null : checked.error
    }
    expect(error(rest)).toBe('incomplete')
    expect(error({ ...key(drawn), 'not-shown': { verdict: 'genuine', clues: [] } })).toBe(
      'malformed',
    )
    const forged = (answer: AnswersSubmission[string]) => error({ ...key(drawn), [first]: answer })
    expect(forged({ verdict: 'other', clues: [] })).toBe('malformed')
    expect(forged({ verdict: 'genuine', clues: ['zzz'] })).toBe('malformed')
    expect(forged({ verdict: 'genuine', clues: ['a', 'a'] })).toBe('malformed')
  })
})
