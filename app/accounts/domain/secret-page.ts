/** Whether a path holds a token: whoever knows the address can set a person's password. */
export function isSecretPath(path: string): boolean {
  return /^\/(invitation|reset)\/./.test(path)
}

/**
 * The Referrer-Policy of a page whose address is a secret. `no-referrer` also makes browsers send
 * `Origin: null` with the page's own form; they then say where it is from in Sec-Fetch-Site, but
 * only where the origin counts as trustworthy (https, this machine). Elsewhere the origin alone is
 * sent, which holds no secret and lets the form through.
 */
export function secretPagePolicy(origin: string): 'no-referrer' | 'strict-origin' {
  const { protocol, hostname } = new URL(origin)
  const trustworthy =
    protocol === 'https:' || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
  return trustworthy ? 'no-referrer' : 'strict-origin'
}
