import { type AppLoadContext, redirect } from '@remix-run/node'
import { codeTicket } from './code-ticket.server.ts'
import { browserCookie, secondFactorCookie, sessionCookie } from './cookies.server.ts'
import { newBrowserId } from './identify.server.ts'
import { createSession } from './session.server.ts'
import { browserMark, readBrowserMark, type SignInOutcome } from './sign-in.server.ts'

type Entered = Extract<SignInOutcome, { personId: string }>

/** A cookie that says that this browser is this person's: strangers' tries do not count against it. */
export function knownBrowser(personId: string, context: AppLoadContext): string {
  const { browserId = newBrowserId() } = readBrowserMark(context.browserMark)
  return browserCookie(browserMark(browserId, personId))
}

/** Starts the session of someone who proved who they are, or asks for their code first. */
export async function enter(
  { kind, personId }: Entered,
  context: AppLoadContext,
  returnTo: string,
): Promise<Response> {
  const headers = new Headers()
  if (kind === 'code-needed') {
    headers.append('Set-Cookie', secondFactorCookie(await codeTicket(personId)))
    return redirect(`/sign-in/code?return=${encodeURIComponent(returnTo)}`, { headers })
  }
  const token = await createSession(personId, context.device)
  headers.append('Set-Cookie', sessionCookie(token))
  headers.append('Set-Cookie', knownBrowser(personId, context))
  headers.append('Set-Cookie', secondFactorCookie(''))
  return redirect(returnTo, { headers })
}
