import { describe, expect, it } from 'vitest'
import { auditFilter } from '#app/audit/domain/audit-filter.ts'
import { actionsChosen } from './actions.ts'
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
