import { log } from '#app/log.server.ts'

/** What was checked: the password or code of a sign-in, or one's own password typed again inside. */
type Step = 'password' | 'code' | 'own-password' | 'new-factor'
type Result = 'right' | 'wrong' | 'wait' | 'busy'

/**
 * One line for each proof of identity, passed or refused (OWASP ASVS: authentication is logged), for
 * whoever runs the server. The person's id where there is such a person, and never what was typed.
 */
export function logSignIn(step: Step, result: Result, personId: string | undefined): void {
  const level = result === 'wait' ? 'warn' : 'info'
  log[level]({ step, result, personId: personId ?? null }, 'sign-in')
}
