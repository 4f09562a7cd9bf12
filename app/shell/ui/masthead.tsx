import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'

type Section = { href: string; label: string; covers: string[] }

type Props = {
  path: string
  returnTo: string
  menu: Section[]
  name: string | undefined
  signedIn: boolean
  largeText: boolean
}

/** How much of `path` a section's address covers, in characters; 0 when it covers none of it. */
function coverage({ href, covers }: Section, path: string): number {
  const covering = [href, ...covers].filter((address) => {
    return address === '/' ? path === '/' : path === address || path.startsWith(`${address}/`)
  })
  return Math.max(0, ...covering.map((address) => address.length))
}

/** The section that `path` belongs to: the one that covers the most of it. */
function sectionOf(menu: Section[], path: string): Section | undefined {
  const [best] = [...menu].sort((a, b) => coverage(b, path) - coverage(a, path))
  return best && coverage(best, path) > 0 ? best : undefined
}

/** The head of every page: brand, what the reader may use, and the switches that are on each page. */
export function Masthead({ path, returnTo, menu, name, signedIn, largeText }: Props) {
  const here = sectionOf(menu, path)?.href
  return (
    <header className="masthead">
      <div className="wrap">
        <a className="brand" href="/">
          <span className="seal" aria-hidden="true">
            学
          </span>
          {m.shared_product()}
        </a>
        {menu.length > 0 && (
          <nav className="nav" aria-label={m.shared_main_navigation()}>
            {menu.map(({ href, label }) => (
              <a key={href} href={href} aria-current={href === here ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
        )}
        <div className="switches">
          <Switch
            action="/reading-comfort"
            returnTo={returnTo}
            name="large"
            value={largeText ? '0' : '1'}
          >
            {largeText ? m.shared_normal_text() : m.shared_large_text()}
          </Switch>
          {currentLocale() === 'en' ? (
            <Switch action="/language" returnTo={returnTo} name="locale" value="zh-CN" lang="zh-CN">
              中文
            </Switch>
          ) : (
            <Switch action="/language" returnTo={returnTo} name="locale" value="en" lang="en">
              English
            </Switch>
          )}
          {signedIn ? (
            <>
              <a href="/account">{name || m.shared_account()}</a>
              <Switch action="/sign-out" returnTo="/sign-in" name="end" value="1">
                {m.shared_sign_out()}
              </Switch>
            </>
          ) : (
            path !== '/sign-in' && <a href="/sign-in">{m.shared_sign_in()}</a>
          )}
        </div>
      </div>
    </header>
  )
}

type SwitchProps = {
  action: string
  returnTo: string
  name: string
  value: string
  lang?: string
  children: string
}

/** A button that looks like a link: it changes something, so it is a form. */
function Switch({ action, returnTo, name, value, lang, children }: SwitchProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="return" value={returnTo} />
      <button type="submit" className="as-link" name={name} value={value} lang={lang}>
        {children}
      </button>
    </form>
  )
}
