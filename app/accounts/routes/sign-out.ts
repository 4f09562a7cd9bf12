import { redirect } from '@remix-run/node'
import { blankSessionCookie } from '#app/accounts/cookies.server.ts'
import { notFound, publicAction, publicLoader } from '#app/accounts/guard.server.ts'
import { revokeSession } from '#app/accounts/session.server.ts'

export const loader = publicLoader(() => {
  throw notFound()
})

export const action = publicAction(async ({ context }) => {
  if (context.sessionToken) await revokeSession(context.sessionToken)
  return redirect('/sign-in', {
    headers: { 'Set-Cookie': blankSessionCookie(), 'Clear-Site-Data': '"cache"' },
  })
})
