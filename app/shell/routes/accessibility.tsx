import { useLoaderData } from '@remix-run/react'
import { publicLoader } from '#app/accounts/guard.server.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { operatorContact } from '#app/shell/contact.server.ts'
import { AccessibilityEnglish } from '#app/shell/ui/accessibility.en.tsx'
import { AccessibilityChinese } from '#app/shell/ui/accessibility.zh-CN.tsx'

export const meta = () => [{ title: `${m.shared_accessibility()} · ${m.shared_product()}` }]

export const loader = publicLoader(() => ({ contact: operatorContact() }))

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
