import { expect, it } from 'vitest'
import { countWithin, inTreeOrder } from './tree.ts'

const node = (path: string) => ({ id: path.split('/').at(-2) ?? '', path })
const nodes = ['/a/', '/a/b/', '/a/b/c/', '/a/bb/'].map(node)

it('puts each organisation after what it belongs to', () => {
  const ordered = inTreeOrder([...nodes].reverse(), (a, b) => (a.id < b.id ? -1 : 1))
  expect(ordered.map(({ id, depth }) => [id, depth])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['bb', 1],
  ])
})

it('counts the people of an organisation with everything below it', () => {
  const people = new Map([
    ['a', 1],
    ['b', 4],
    ['c', 7],
  ])
  expect(nodes.map(({ path }) => countWithin(path, nodes, people))).toEqual([12, 11, 7, 0])
})
