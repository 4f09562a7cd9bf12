import { redirect } from '@remix-run/node'
import { blankSessionCookie } from '#app/accounts/cookies.server.ts'
import { publicAction, publicLoader } from '#app/accounts/guard.server.ts'
import { revokeSession } from '#app/accounts/session.server.ts'

// Someone who reloads after signing out, or typed the address: nothing is ended by a mere visit.
export const loader = publicLoader(() => redirect('/'))

export const action = publicAction(async ({ context }) => {
  if (context.sessionToken) await revokeSession(context.sessionToken)
  return redirect('/sign-in', {
    headers: { 'Set-Cookie': blankSessionCookie(), 'Clear-Site-Data': '"cache"' },
  })
})
