import type { WaitingKind } from '#app/learning/domain/waiting.ts'
import { m } from '#app/shared/i18n/messages.ts'

const places: Record<WaitingKind, { href: string; label: (count: { count: number }) => string }> = {
  contact: { href: '/registry', label: m.learning_waiting_contact },
  named: { href: '/registry', label: m.learning_waiting_named },
  'unit-consent': { href: '/talent/unit-consents', label: m.learning_waiting_unit_consent },
  answered: { href: '/talent/requests', label: m.learning_waiting_answered },
  review: { href: '/reviews', label: m.learning_waiting_review },
  draft: { href: '/authoring', label: m.learning_waiting_draft },
  link: { href: '/staff?waiting=1', label: m.learning_waiting_link },
  invited: { href: '/staff?state=invited', label: m.learning_waiting_invited },
}

type Props = {
  waiting: { kind: WaitingKind; count: number }[]
  work: { href: string; label: string }[]
}

/**
 * The work that the reader's roles give them, and what others wait for, each with the page where it is
 * settled; nothing for whoever only learns.
 */
export function WaitingList({ waiting, work }: Props) {
  if (waiting.length + work.length === 0) return null
  return (
    <section className={waiting.length > 0 ? 'notice' : 'panel'} aria-labelledby="waiting">
      <h2 id="waiting" className="row-title">
        {waiting.length > 0 ? m.learning_waiting() : m.learning_my_work()}
      </h2>
      {waiting.length > 0 && (
        <ul>
          {waiting.map(({ kind, count }) => (
            <li key={kind}>
              <a href={places[kind].href}>{places[kind].label({ count })}</a>
            </li>
          ))}
        </ul>
      )}
      {work.length > 0 && (
        <p className="actions">
          {waiting.length > 0 && <span>{m.learning_my_work()}</span>}
          {work.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </p>
      )}
    </section>
  )
}
