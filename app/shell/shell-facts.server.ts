import type { AppLoadContext } from '@remix-run/node'
import type { ShellFacts } from '#app/shared/ui/shell-context.ts'
import { menuFor } from './menu.server.ts'

/** What the page of a request has around it, by the request alone. */
export function shellFacts({ reader, largeText, requestId }: AppLoadContext, url: URL): ShellFacts {
  return {
    path: url.pathname,
    returnTo: url.pathname + url.search,
    signedIn: reader !== undefined,
    largeText: reader?.largeText ?? largeText,
    menu: menuFor(reader),
    requestId,
  }
}
