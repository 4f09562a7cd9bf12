/**
 * Where to go after a form, from text that a stranger may have written: a path of this site or
 * `fallback`. Remix's redirect passes `//evil`, `/\evil` and `javascript:` through
 * (CVE-2026-22029, CVE-2026-53669), so nothing else may reach it.
 */
export function safePath(target: unknown, fallback = '/'): string {
  if (typeof target !== 'string' || target.length > 2_000) return fallback
  if (!/^\/(?![/\\])/.test(target) || /[\\\p{Cc}]/u.test(target)) return fallback
  const base = 'http://local.invalid'
  if (!URL.canParse(target, base)) return fallback
  const url = new URL(target, base)
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback
  return `${url.pathname}${url.search}${url.hash}`
}
