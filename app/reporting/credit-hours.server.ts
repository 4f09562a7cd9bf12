import type { Actor } from '#app/accounts/domain/policy.ts'
import { compareText, currentLocale } from '#app/shared/i18n/format.ts'
import { findModuleTitles } from '#db/catalogue/queries.server.ts'
import { listEarned } from '#db/reporting/credit-hours.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import type { Month } from './domain/month.ts'

/** What everyone in the officer's reach learnt in the month, by department and name. */
export async function creditHoursReport(actor: Actor, { from, until }: Month) {
  const earned = await listEarned(actor, from, until)
  const locale = currentLocale()
  const moduleIds = new Set(earned.flatMap(({ credits }) => credits.map((c) => c.moduleId)))
  const [titles, names] = await Promise.all([
    findModuleTitles([...moduleIds], locale),
    // The query above is scoped: these people are the officer's own staff.
    identitiesOf(earned.map(({ personId }) => personId)),
  ])
  return earned
    .map(({ personId, departmentZh, departmentEn, credits }) => {
      const { name = '', staffNumber = '' } = names.get(personId) ?? {}
      const department = locale === 'en' ? departmentEn : departmentZh
      const modules = credits.map(({ moduleId }) => titles.get(moduleId)?.title ?? moduleId)
      const hours = credits.reduce((sum, credit) => sum + credit.hours, 0)
      return { personId, department, name, staffNumber, hours, modules }
    })
    .sort((a, b) => compareText(a.department, b.department) || compareText(a.name, b.name))
}
