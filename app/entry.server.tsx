import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import './context.server.ts'
import { ShellContext } from '#app/shared/ui/shell-context.ts'
import { log } from './log.server.ts'
import { loggedPath } from './shell/protect.server.ts'
import { shellFacts } from './shell/shell-facts.server.ts'

/** Renders a page whole: nothing streams, since no page waits for anything but its loader. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Response {
  const html = renderToStaticMarkup(
    <ShellContext.Provider value={shellFacts(loadContext, new URL(request.url))}>
      <RemixServer context={context} url={request.url} />
    </ShellContext.Provider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!doctype html>${html}`, { status, headers })
}

/** Logs what went wrong under the id that the error page shows. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return
  const { requestId } = context
  const path = loggedPath(new URL(request.url).pathname, 500)
  log.error({ requestId, path, error }, 'request failed')
}
