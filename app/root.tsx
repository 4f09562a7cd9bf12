import type { HeadersFunction, LinksFunction, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { publicLoader } from '#app/accounts/guard.server.ts'
import { nameOf } from '#app/organisation/names.server.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import stylesheet from '#app/shared/ui/civic.css?url'
import { scriptUrl } from '#app/shared/ui/script-url.ts'
import { ShellContext } from '#app/shared/ui/shell-context.ts'
import { ErrorPage, errorTitle } from '#app/shell/ui/error-page.tsx'
import { Footer } from '#app/shell/ui/footer.tsx'
import { Masthead } from '#app/shell/ui/masthead.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/build/icon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${errorTitle(statusOf(error))} · ${m.shared_product()}` : m.shared_product() },
]

export const loader = publicLoader(async ({ reader }) => ({
  name: reader && (await nameOf(reader.personId)),
}))

/** A refusal that passes says when to come again (`Retry-After`). */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const after = errorHeaders?.get('Retry-After')
  return new Headers(after ? { 'Retry-After': after } : undefined)
}

export function Layout({ children }: { children: ReactNode }) {
  const shell = useContext(ShellContext)
  // Missing where a form failed altogether: nothing was loaded then.
  const loaded = useRouteLoaderData<typeof loader>('root')
  return (
    <html lang={currentLocale()} className={shell?.largeText ? 'large-text' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip" href="#main">
          {m.shared_skip_to_content()}
        </a>
        <Masthead
          path={shell?.path ?? '/'}
          returnTo={shell?.returnTo ?? '/'}
          menu={shell?.menu ?? []}
          name={loaded?.name}
          signedIn={shell?.signedIn ?? false}
          largeText={shell?.largeText ?? false}
        />
        <main id="main" tabIndex={-1}>
          <div className="wrap">{children}</div>
        </main>
        <Footer />
        <script type="module" src={scriptUrl('enhance')} />
      </body>
    </html>
  )
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  return <ErrorPage status={statusOf(error)} requestId={useContext(ShellContext)?.requestId} />
}
