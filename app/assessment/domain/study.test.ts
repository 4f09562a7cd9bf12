import { expect, it } from 'vitest'
import { type Place, placesToStudy } from './study.ts'

const place = (href: string, more: Partial<Place> = {}): Place => ({
  kind: href.startsWith('lab') ? 'lab' : 'module',
  level: 1,
  labs: [],
  href,
  title: href,
  minutes: 20,
  course: 'c',
  done: false,
  contains: [],
  ...more,
})
const hrefs = (places: Place[]) => placesToStudy(places).map(({ href }) => href)

it('lists what is not done before what can be done again', () => {
  const places = [place('module-1', { done: true }), place('module-2'), place('lab-3')]
  expect(hrefs(places)).toEqual(['module-2', 'lab-3', 'module-1'])
})

it('counts a lab as part of its module while that is still to do, and lists it by itself after', () => {
  const lab = place('lab-1')
  expect(hrefs([place('module-1', { contains: ['lab-1'] }), lab])).toEqual(['module-1'])
  const done = place('module-1', { contains: ['lab-1'], done: true })
  expect(hrefs([done, lab])).toEqual(['lab-1', 'module-1'])
})
