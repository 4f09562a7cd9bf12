import { redirect } from '@remix-run/node'
import { largeTextCookie } from '#app/accounts/cookies.server.ts'
import { notFound, publicAction, publicLoader } from '#app/accounts/guard.server.ts'
import { safePath } from '#app/shared/http/redirect.ts'
import { choosePreference } from '#db/accounts/preferences.server.ts'

export const loader = publicLoader(() => {
  throw notFound()
})

export const action = publicAction(async ({ reader, form }) => {
  const largeText = form.get('large') === '1'
  if (reader) await choosePreference(reader.personId, { largeText })
  return redirect(safePath(form.get('return')), {
    headers: { 'Set-Cookie': largeTextCookie(largeText) },
  })
})

/** Makes this a page of its own, so that a refusal is shown as one. */
export default function Nothing() {
  return null
}
