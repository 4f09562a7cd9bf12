import { env } from '#app/env.server.ts'
import { isOwnNavigation } from '#app/shared/http/origin.ts'

/**
 * Whether a look may be shown and logged for this request: only when a link or form of our own asked
 * for it. Otherwise whoever lays out a link elsewhere, or mails one, would write a purpose of theirs
 * into people's logs in the officer's name; so the page shows the form filled in, to be sent by hand.
 */
export function isOwnLook({ method, headers }: Request): boolean {
  const given = {
    site: headers.get('sec-fetch-site') ?? undefined,
    referer: headers.get('referer') ?? undefined,
  }
  return isOwnNavigation(method, given, env().origin)
}
