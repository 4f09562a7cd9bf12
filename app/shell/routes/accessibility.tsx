import { useLoaderData } from '@remix-run/react'
import { publicLoader } from '#app/accounts/guard.server.ts'
import { env } from '#app/env.server.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { AccessibilityEnglish } from '#app/shell/ui/accessibility.en.tsx'
import { AccessibilityChinese } from '#app/shell/ui/accessibility.zh-CN.tsx'

export const meta = () => [{ title: `${m.shared_accessibility()} · ${m.shared_product()}` }]

export const loader = publicLoader(() => {
  const { CIVIC_SECURITY_CONTACT: contact, origin } = env()
  // Without a setting the contact is this very page.
  return { contact: contact.startsWith(`${origin}/accessibility`) ? undefined : contact }
})

export default function Accessibility() {
  const { contact } = useLoaderData<typeof loader>()
  return (
    <article className="measure">
      {currentLocale() === 'en' ? (
        <AccessibilityEnglish contact={contact} />
      ) : (
        <AccessibilityChinese contact={contact} />
      )}
    </article>
  )
}
