import { publicLoader } from '#app/accounts/guard.server.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { PrivacyEnglish } from '#app/shell/ui/privacy.en.tsx'
import { PrivacyChinese } from '#app/shell/ui/privacy.zh-CN.tsx'

export const meta = () => [{ title: `${m.shared_privacy()} · ${m.shared_product()}` }]

export const loader = publicLoader(() => null)

export default function Privacy() {
  return (
    <article className="measure">
      {currentLocale() === 'en' ? <PrivacyEnglish /> : <PrivacyChinese />}
    </article>
  )
}
