import { expect, it } from 'vitest'
import { readRegions } from './region.ts'

const heading = 'code,name,parent\n'
const faultsOf = (lines: string) => readRegions(heading + lines).faults

it('reads divisions by their codes', () => {
  const { rows, faults } = readRegions(`${heading}990000,示例省,\n990100,示例市,990000\n`)
  expect(faults).toEqual([])
  expect(rows).toEqual([
    { code: '990000', name: '示例省', parent: null },
    { code: '990100', name: '示例市', parent: '990000' },
  ])
})

it('names the line of what is wrong', () => {
  expect(readRegions('code;name\n').faults).toEqual([{ line: 1, message: 'not code,name,parent' }])
  expect(faultsOf('11,示例省,\n')).toEqual([
    { line: 2, message: "'11' is not a code of six digits" },
  ])
  expect(faultsOf('990000,示例省,\n990000,示例省,\n')).toEqual([
    { line: 3, message: '990000 is there twice' },
  ])
  expect(faultsOf('990000,示例省,\n990101,示例县,990000\n')).toEqual([
    { line: 3, message: '990101 lies in 990100' },
  ])
  expect(faultsOf('990100,示例市,990000\n')).toEqual([{ line: 2, message: 'there is no 990000' }])
  expect(faultsOf('990000,x,\n')).toEqual([{ line: 2, message: 'the name is not in Chinese' }])
  expect(faultsOf('990000,示例省,,再\n')).toEqual([
    { line: 2, message: 'there are more than three values' },
  ])
})
