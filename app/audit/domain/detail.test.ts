import { describe, expect, it } from 'vitest'
import { auditFilter, readActor } from '#app/audit/domain/audit-filter.ts'
import { actionsChosen, isOfficial, statesPurpose } from './actions.ts'
import { detailFields, isId, shortId } from './detail.ts'

const id = '0199c2a4-7c11-7abc-8def-0123456789ab'

describe('an event as it is shown', () => {
  it('has the fields of its detail in their order', () => {
    const fields = detailFields('{"level":2,"skill":"data-sql"}')
    expect(fields).toEqual([
      ['level', 2],
      ['skill', 'data-sql'],
    ])
  })

  it.each(['', '[]', '7', '{'])('has no fields where the detail is %j', (detail) => {
    expect(detailFields(detail)).toEqual([])
  })

  it('is shortened to the end of an id, and only of an id', () => {
    expect([isId(id), shortId(id)]).toEqual([true, '…456789ab'])
    expect(['open-data-sql/01-read', 'system', `${id}0`].map(isId)).toEqual([false, false, false])
  })
})

describe('the filter by action', () => {
  it('takes a group for its actions and an action for itself', () => {
    expect(actionsChosen('accounts')).toContain('session.ended')
    expect(actionsChosen('role.granted')).toEqual(['role.granted'])
  })

  it.each(['', 'session.', 'toString', '__proto__'])('takes %j for not given', (action) => {
    expect(actionsChosen(action)).toBeUndefined()
    expect(auditFilter.parse({ action }).action).toBe('')
  })
})

describe('the filter by person', () => {
  it('takes a whole number, a shown one or its beginning, and a staff number', () => {
    expect(readActor(id)).toEqual({ id })
    expect(readActor(' SYSTEM ')).toEqual({ id: 'system' })
    expect(readActor('…456789ab')).toEqual({ shown: '456789ab', login: '456789ab' })
    expect(readActor('...4567')).toEqual({ shown: '4567', login: '4567' })
    expect(readActor('ＳＬ０００６')).toEqual({ login: 'sl0006' })
    expect(readActor('456')).toEqual({ login: '456' })
  })

  it.each(['', '…', 'x'.repeat(65)])('knows nobody by %j', (typed) => {
    expect(readActor(typed)).toEqual({})
  })
})

describe('a name beside an event', () => {
  it('stands where someone acted on others, never beside what people do for themselves', () => {
    const own = ['session.started', 'registry.consented', 'registry.left', 'contact.answered']
    expect(own.filter(isOfficial)).toEqual([])
    expect(['registry.searched', 'role.granted', 'person.left'].every(isOfficial)).toBe(true)
    expect(statesPurpose('role.granted')).toBe(false)
    expect(statesPurpose('white-hat-pool.searched')).toBe(true)
  })
})
