const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request may change something: only one that a page of this site sent. Browsers say
 * where a request is from in `Sec-Fetch-Site`; those that do not, in `Origin`. A request with
 * neither is refused, since every supported browser sends one of them with a form
 * (OWASP cross-site request forgery cheat sheet, fetch metadata).
 */
export function isOwnRequest(
  method: string,
  headers: { site?: string; origin?: string },
  ownOrigin: string,
): boolean {
  if (safeMethods.has(method)) return true
  if (headers.site !== undefined) return headers.site === 'same-origin'
  return headers.origin === ownOrigin
}

/**
 * Whether a link or a form of this site asked for a page: for pages whose very showing is recorded.
 * A bookmark is none, nor is a link in a mail: browsers call both 'none'. Those that do not send
 * `Sec-Fetch-Site` send a `Referer`, since our own pages ask for it within the site.
 */
export function isOwnNavigation(
  method: string,
  headers: { site?: string | undefined; referer?: string | undefined },
  ownOrigin: string,
): boolean {
  if (method !== 'GET') return false
  if (headers.site !== undefined) return headers.site === 'same-origin'
  return headers.referer?.startsWith(`${ownOrigin}/`) ?? false
}
