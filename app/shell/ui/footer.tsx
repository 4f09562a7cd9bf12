import { m } from '#app/shared/i18n/messages.ts'

/** The foot of every page: what a person may always look up. */
export function Footer() {
  return (
    <footer className="foot">
      <div className="wrap">
        <a href="/privacy">{m.shared_privacy()}</a>
        <a href="/accessibility">{m.shared_accessibility()}</a>
        <a href="/browsers">{m.shared_browsers()}</a>
        <a href="/sources">{m.shared_sources()}</a>
        <span>{m.shared_not_classified()}</span>
      </div>
    </footer>
  )
}
