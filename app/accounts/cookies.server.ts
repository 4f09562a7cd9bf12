import { env } from '#app/env.server.ts'
import { cookieName, setCookie } from '#app/shared/http/cookies.ts'

const year = 365 * 86_400
const secure = () => env().https

/** Names of the cookies: the session, the chosen language, and the browser's own random id. */
export const cookieNames = {
  session: () => cookieName('civic_session', secure()),
  language: () => cookieName('civic_language', secure()),
  largeText: () => cookieName('civic_large_text', secure()),
  browser: () => cookieName('civic_browser', secure()),
  secondFactor: () => cookieName('civic_second_factor', secure()),
}

/** Session cookies end with the browser; the server's own limits hold in any case. */
export function sessionCookie(token: string): string {
  return setCookie(cookieNames.session(), token, { secure: secure() })
}

export function blankSessionCookie(): string {
  return setCookie(cookieNames.session(), '', { secure: secure(), maxAge: 0 })
}

export function languageCookie(locale: string): string {
  return setCookie(cookieNames.language(), locale, { secure: secure(), maxAge: year })
}

export function largeTextCookie(on: boolean): string {
  return setCookie(cookieNames.largeText(), on ? '1' : '0', { secure: secure(), maxAge: year })
}

export function browserCookie(id: string): string {
  return setCookie(cookieNames.browser(), id, { secure: secure(), maxAge: year })
}

/** Says for five minutes that the password was right and the code is still to come. */
export function secondFactorCookie(value: string): string {
  return setCookie(cookieNames.secondFactor(), value, {
    secure: secure(),
    maxAge: value ? 300 : 0,
  })
}
