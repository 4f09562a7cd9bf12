import type { Actor } from '#app/accounts/domain/policy.ts'
import { compareText, currentLocale } from '#app/shared/i18n/format.ts'
import { sumCredits } from '#db/reporting/credit-hours.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import type { Month } from './domain/month.ts'

/** The month's credit hours of everyone in the officer's reach, by department and name. */
export async function creditHoursReport(actor: Actor, { from, until }: Month) {
  const sums = await sumCredits(actor, from, until)
  // The query above is scoped: these people are the officer's own staff.
  const names = await identitiesOf(sums.map(({ personId }) => personId))
  const english = currentLocale() === 'en'
  return sums
    .map(({ personId, departmentZh, departmentEn, hours, modules }) => {
      const { name = '', staffNumber = '' } = names.get(personId) ?? {}
      const department = english ? departmentEn : departmentZh
      return { personId, department, name, staffNumber, hours, modules }
    })
    .sort((a, b) => compareText(a.department, b.department) || compareText(a.name, b.name))
}
