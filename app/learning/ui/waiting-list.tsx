import type { WaitingKind } from '#app/learning/domain/waiting.ts'
import { m } from '#app/shared/i18n/messages.ts'

const places: Record<WaitingKind, { href: string; label: (count: { count: number }) => string }> = {
  contact: { href: '/registry', label: m.learning_waiting_contact },
  'unit-consent': { href: '/talent/unit-consents', label: m.learning_waiting_unit_consent },
  answered: { href: '/talent/requests', label: m.learning_waiting_answered },
  review: { href: '/reviews', label: m.learning_waiting_review },
  draft: { href: '/authoring', label: m.learning_waiting_draft },
  link: { href: '/staff?waiting=1', label: m.learning_waiting_link },
  invited: { href: '/staff?state=invited', label: m.learning_waiting_invited },
}

/** What others wait for, each with the page where it is settled; nothing when nothing waits. */
export function WaitingList({ waiting }: { waiting: { kind: WaitingKind; count: number }[] }) {
  if (waiting.length === 0) return null
  return (
    <section className="notice" aria-labelledby="waiting">
      <h2 id="waiting" className="row-title">
        {m.learning_waiting()}
      </h2>
      <ul>
        {waiting.map(({ kind, count }) => (
          <li key={kind}>
            <a href={places[kind].href}>{places[kind].label({ count })}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
