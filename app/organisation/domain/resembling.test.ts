import { describe, expect, it } from 'vitest'
import { foldedNumber, resembling } from './resembling.ts'

const known = { identity: { name: '何知微', staffNumber: 'SL0003' }, organisationId: 'office' }
const people = [
  { ...known, state: 'active' as const },
  {
    ...{ identity: { name: '李丽', staffNumber: 'SL0001' }, organisationId: 'office' },
    state: 'left' as const,
  },
]
const whom = (name: string, staffNumber: string, organisationId = 'office') =>
  resembling(people)({ identity: { name, staffNumber }, organisationId })?.staffNumber

describe('somebody new', () => {
  it('is likely one on record where only the look of the number differs', () => {
    expect(foldedNumber('sLOO-Il')).toBe(foldedNumber('S100-11'))
    expect(whom('何知微', 'SL00O3')).toBe('SL0003')
    expect(whom('别的人', 'S10003', 'elsewhere')).toBe('SL0003')
    // The number of who has left is not given to another by a slip either.
    expect(whom('李小丽', 'SLOOOI')).toBe('SL0001')
  })

  it('is likely a colleague of the same name, but not of another department or one who left', () => {
    expect(whom('何知微', 'X77')).toBe('SL0003')
    expect(whom('何知微', 'X77', 'elsewhere')).toBeUndefined()
    expect(whom('李丽', 'X78')).toBeUndefined()
  })
})
