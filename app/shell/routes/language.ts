import { redirect } from '@remix-run/node'
import { languageCookie } from '#app/accounts/cookies.server.ts'
import { notFound, publicAction, publicLoader } from '#app/accounts/guard.server.ts'
import { safePath } from '#app/shared/http/redirect.ts'
import { isLocale } from '#app/shared/i18n/locale.server.ts'
import { choosePreference } from '#db/accounts/preferences.server.ts'

export const loader = publicLoader(() => {
  throw notFound()
})

export const action = publicAction(async ({ reader, form }) => {
  const locale = form.get('locale')
  if (!isLocale(locale)) throw notFound()
  if (reader) await choosePreference(reader.personId, { locale })
  return redirect(safePath(form.get('return')), {
    headers: { 'Set-Cookie': languageCookie(locale) },
  })
})

/** Makes this a page of its own, so that a refusal is shown as one. */
export default function Nothing() {
  return null
}
