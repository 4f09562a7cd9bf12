import { expect, it } from 'vitest'
import { levelAt, placeOnScale } from '#app/assessment/domain/scale.ts'

const cuts = [-1, 0, 1]

it('puts levels side by side and abilities among them', () => {
  const at = placeOnScale({ eap: 0.5, from: -1, to: 1, cuts })
  expect(at.cuts).toEqual([130, 240, 350])
  expect(at.dot).toBe(295)
  expect(at.bar).toEqual({ from: 130, to: 350 })
  expect(at.middles).toEqual([75, 185, 295, 405])
})

it('keeps everything on the line', () => {
  const at = placeOnScale({ eap: 5, from: -6, to: 6, cuts })
  expect([at.dot, at.bar.from, at.bar.to]).toEqual([460, 20, 460])
})

it('names the level an ability lies in', () => {
  expect([-3, -1, -0.01, 0.99, 1].map((ability) => levelAt(ability, cuts))).toEqual([1, 2, 2, 3, 4])
})
