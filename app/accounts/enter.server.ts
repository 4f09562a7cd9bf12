import { type AppLoadContext, redirect } from '@remix-run/node'
import { browserCookie, secondFactorCookie, sessionCookie } from './cookies.server.ts'
import { newBrowserId } from './identify.server.ts'
import { createSession } from './session.server.ts'
import { browserMark, codeTicket, readBrowserMark, type SignInOutcome } from './sign-in.server.ts'

type Entered = Extract<SignInOutcome, { personId: string }>

/** Starts the session of someone who proved who they are, or asks for their code first. */
export async function enter(
  { kind, personId }: Entered,
  context: AppLoadContext,
  returnTo: string,
): Promise<Response> {
  const headers = new Headers()
  if (kind === 'code-needed') {
    headers.append('Set-Cookie', secondFactorCookie(codeTicket(personId)))
    return redirect(`/sign-in/code?return=${encodeURIComponent(returnTo)}`, { headers })
  }
  const { browserId = newBrowserId() } = readBrowserMark(context.browserMark)
  const token = await createSession(personId, context.device)
  headers.append('Set-Cookie', sessionCookie(token))
  headers.append('Set-Cookie', browserCookie(browserMark(browserId, personId)))
  headers.append('Set-Cookie', secondFactorCookie(''))
  return redirect(returnTo, { headers })
}
