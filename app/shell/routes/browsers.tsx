import { publicLoader } from '#app/accounts/guard.server.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { BrowsersEnglish } from '#app/shell/ui/browsers.en.tsx'
import { BrowsersChinese } from '#app/shell/ui/browsers.zh-CN.tsx'

export const meta = () => [{ title: `${m.shared_browsers()} · ${m.shared_product()}` }]

export const loader = publicLoader(() => null)

export default function Browsers() {
  return (
    <article className="measure">
      {currentLocale() === 'en' ? <BrowsersEnglish /> : <BrowsersChinese />}
    </article>
  )
}
