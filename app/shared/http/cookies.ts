/** The cookies of a request by name. A malformed value is left out. */
export function parseCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const part of (header ?? '').slice(0, 8_192).split(';')) {
    const at = part.indexOf('=')
    if (at < 1) continue
    const name = part.slice(0, at).trim()
    const value = part.slice(at + 1).trim()
    if (/^[\w.~%-]*$/.test(value) && !cookies.has(name)) cookies.set(name, value)
  }
  return cookies
}

type CookieOptions = { maxAge?: number; secure: boolean; httpOnly?: boolean }

/** A Set-Cookie header. `maxAge` is in seconds; without it the cookie ends with the browser. */
export function setCookie(
  name: string,
  value: string,
  { maxAge, secure, httpOnly = true }: CookieOptions,
): string {
  const parts = [`${name}=${value}`, 'Path=/', 'SameSite=Lax']
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`)
  if (httpOnly) parts.push('HttpOnly')
  if (secure) parts.push('Secure')
  return parts.join('; ')
}

/** `__Host-` over https, which only this very host can set; browsers refuse it over http. */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name
}
