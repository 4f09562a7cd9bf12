import { publicLoader } from '#app/accounts/guard.server.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { OfflineEnglish } from '#app/shell/ui/offline.en.tsx'
import { OfflineChinese } from '#app/shell/ui/offline.zh-CN.tsx'

export const meta = () => [{ title: `${m.shared_offline()} · ${m.shared_product()}` }]

export const loader = publicLoader(() => null)

export default function Offline() {
  return (
    <article className="measure">
      {currentLocale() === 'en' ? <OfflineEnglish /> : <OfflineChinese />}
    </article>
  )
}
