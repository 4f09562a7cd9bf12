import { type AppLoadContext, redirect } from '@remix-run/node'
import '#app/context.server.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { removeTotp } from '#db/accounts/credentials.server.ts'
import { confirmPassword, currentPasswordWords } from './confirm-password.server.ts'
import { sessionCookie } from './cookies.server.ts'
import { confirmSecondFactor, proposeSecondFactor } from './second-factor.server.ts'
import { rotateSession } from './session.server.ts'
import { logSignIn } from './sign-in-log.server.ts'
import { personCounts, takeTry } from './throttle.server.ts'

type Refusal = ReturnType<typeof invalid>

async function renewSession(personId: string, context: AppLoadContext): Promise<HeadersInit> {
  return { 'Set-Cookie': sessionCookie(await rotateSession(personId, context.device)) }
}

/** Makes a secret to scan; a factor that is in force stays as it is. */
export const beginSecondFactor = proposeSecondFactor

/**
 * Puts the factor in force when the form holds the password and a code from it; the recovery codes
 * are shown once. Without the password, whoever finds an unlocked screen would get them.
 */
export async function startSecondFactor(
  personId: string,
  form: FormData,
  context: AppLoadContext,
): Promise<Result<{ codes: string[]; headers: HeadersInit }, Refusal>> {
  const current = await confirmPassword(personId, String(form.get('current') ?? ''))
  if (current !== 'right') {
    return fail(invalid({ current: currentPasswordWords[current]() }, form))
  }
  const attempt = takeTry(personCounts('enrol', personId))
  if (!attempt) return fail(invalid({ code: m.accounts_current_wait() }, form, 429))
  const codes = await confirmSecondFactor(personId, String(form.get('code') ?? '').slice(0, 64))
  logSignIn('new-factor', codes ? 'right' : 'wrong', personId)
  if (!codes) return fail(invalid({ code: m.accounts_enrol_code_wrong() }, form))
  attempt.succeeded()
  return ok({ codes, headers: await renewSession(personId, context) })
}

/** Takes the factor out of force after the password was typed again. */
export async function dropSecondFactor(
  personId: string,
  form: FormData,
  context: AppLoadContext,
): Promise<Refusal> {
  const current = await confirmPassword(personId, String(form.get('current') ?? ''))
  if (current !== 'right') return invalid({ current: currentPasswordWords[current]() }, form)
  await removeTotp(personId)
  const headers = await renewSession(personId, context)
  throw redirect(withDone('/account/second-factor', 'removed'), { headers })
}
