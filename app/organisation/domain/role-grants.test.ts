import { describe, expect, it } from 'vitest'
import type { Actor, Grant } from '#app/accounts/domain/policy.ts'
import type { Role } from '#app/accounts/domain/roles.ts'
import { grantableRoles, mayGrant, mayOpenAccount } from './role-grants.ts'

const [province, city, county] = ['/p/', '/p/c/', '/p/c/k/'] as const

function administratorOf(path: string): Actor {
  const grants: Grant[] = [{ role: 'administrator', organisationId: path, path }]
  return { personId: 'a', organisationId: path, unitId: path, unitPath: path, grants }
}
const holds = (role: Role, path: string) => ({ role, path })

describe('grantableRoles', () => {
  it('keeps what sees beyond every unit for the top of the tree', () => {
    expect(grantableRoles(administratorOf(city))).not.toContain('auditor')
    expect(grantableRoles(administratorOf(city))).not.toContain('white-hat-officer')
    expect(grantableRoles(administratorOf(province))).toContain('white-hat-officer')
  })

  it('offers no role that the policy gives nothing yet', () => {
    const offered = grantableRoles(administratorOf(province))
    expect(offered).not.toContain('invigilator')
    expect(offered).not.toContain('mission-lead')
    expect(offered).toContain('hr-officer')
    // Held from before, it can be taken back, and bars nobody from opening the account.
    expect(mayGrant(administratorOf(city), holds('invigilator', county))).toBe(true)
    expect(mayOpenAccount(administratorOf(city), [holds('mission-lead', county)])).toBe(true)
  })
})

describe('mayOpenAccount', () => {
  const atCity = administratorOf(city)

  it('is so for learners and for roles that the administrator could have granted', () => {
    expect(mayOpenAccount(atCity, [holds('learner', county)])).toBe(true)
    expect(mayOpenAccount(atCity, [holds('learner', county), holds('hr-officer', city)])).toBe(true)
  })

  it('is not where one role is beyond them: by what it sees, or for whom it is held', () => {
    expect(mayOpenAccount(atCity, [holds('learner', city), holds('auditor', city)])).toBe(false)
    expect(mayOpenAccount(atCity, [holds('white-hat-officer', county)])).toBe(false)
    expect(mayOpenAccount(administratorOf(county), [holds('administrator', city)])).toBe(false)
    expect(mayOpenAccount(administratorOf(province), [holds('auditor', city)])).toBe(true)
  })
})
