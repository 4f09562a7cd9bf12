import { useLoaderData } from '@remix-run/react'
import { publicLoader } from '#app/accounts/guard.server.ts'
import { env } from '#app/env.server.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale, formatPeriod } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { operatorContact } from '#app/shell/contact.server.ts'
import { PrivacyEnglish } from '#app/shell/ui/privacy.en.tsx'
import { PrivacyChinese } from '#app/shell/ui/privacy.zh-CN.tsx'
import { listTopUnits } from '#db/organisation/organisations.server.ts'

export const meta = () => [{ title: `${m.shared_privacy()} · ${m.shared_product()}` }]

export const loader = publicLoader(async () => {
  const locale = currentLocale()
  const units = await listTopUnits()
  const { CIVIC_ANSWERS_MONTHS, CIVIC_LOOKS_MONTHS, CIVIC_IDENTITY_MONTHS } = env()
  return {
    operators: units.map(({ name }) => inLocale(name, locale)),
    contact: operatorContact(),
    kept: {
      answers: formatPeriod(CIVIC_ANSWERS_MONTHS),
      looks: formatPeriod(CIVIC_LOOKS_MONTHS),
      identity: CIVIC_IDENTITY_MONTHS === 0 ? '' : formatPeriod(CIVIC_IDENTITY_MONTHS),
    },
  }
})

export default function Privacy() {
  const shown = useLoaderData<typeof loader>()
  return (
    <article className="measure">
      {currentLocale() === 'en' ? <PrivacyEnglish {...shown} /> : <PrivacyChinese {...shown} />}
    </article>
  )
}
