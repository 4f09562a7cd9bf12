import type { ReactNode } from 'react'
import type { DraftState } from '#app/authoring/domain/draft.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import { formatClock, formatDateTime, formatNumber, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { StateTag } from './state-tag.tsx'

export type Head = {
  id: string
  state: DraftState
  revision: number
  savedAt: number
  submittedAt: number | null
  note: string
  moduleSlug: string
  courseSlug: string
  title: string
  titleLang?: Locale | undefined
  courseTitle: string
  published: number | undefined
  learners: { number: number; learners: number }[]
  overtaken: boolean
  timeZone: string
  returns: Return[]
}

/** What a reviewer asked to change, about which revision. `by` is undefined out of the reader's reach. */
export type Return = {
  id: string
  comment: string
  authorsNote: string
  at: number
  revision: number
  by: string | undefined
}

/** Which page one is on: a course's lesson, below writing or reviewing. */
export function Crumbs({ from, head }: { from: 'authoring' | 'reviews'; head: Head }) {
  return (
    <nav className="crumbs" aria-label={m.authoring_crumbs()}>
      <a href={`/${from}`}>
        {from === 'authoring' ? m.authoring_title() : m.authoring_reviews_title()}
      </a>{' '}
      › {head.courseTitle} › <span lang={head.titleLang}>{head.title}</span>
    </nav>
  )
}

/** Title, state, what one may do next, and how the draft stands to what learners read. */
export function DraftHead({
  from,
  head,
  children,
}: {
  from: 'authoring' | 'reviews'
  head: Head
  children?: ReactNode
}) {
  const { published, learners, savedAt, timeZone } = head
  const counts = learners.map(({ number, learners: people }) =>
    m.authoring_learners_on({ number: String(number), count: formatNumber(people) }),
  )
  return (
    <>
      <Crumbs from={from} head={head} />
      <div className="spread">
        <h1 lang={head.titleLang}>{head.title}</h1>
        <div className="actions">
          <StateTag state={head.state} />
          {children}
        </div>
      </div>
      <p className="quiet" data-live="standing">
        <span className="saved" data-live="saved" role="status">
          {m.authoring_saved_at({
            time: isToday(savedAt)
              ? formatClock(savedAt, timeZone)
              : formatDateTime(savedAt, timeZone),
            zone: zoneName(timeZone),
          })}
        </span>{' '}
        · {m.authoring_revision({ number: formatNumber(head.revision) })} ·{' '}
        {published === undefined
          ? m.authoring_never_published()
          : m.authoring_published_version({ number: String(published) })}
        {counts.length > 0 && ` · ${counts.join(m.authoring_comma())}`}
      </p>
    </>
  )
}

function isToday(at: number): boolean {
  return Date.now() - at < 12 * 3_600_000
}

/** What reviewers asked to change, where the author has to act on it. */
export function ReturnNotice({ head: { returns, revision, state, timeZone } }: { head: Head }) {
  const [latest] = returns
  if (!latest || state === 'in-review' || state === 'published') return null
  return (
    <Notice kind="warn">
      <ReturnList returns={returns} timeZone={timeZone} />
      {latest.revision === revision && <p>{m.authoring_unchanged()}</p>}
    </Notice>
  )
}

/** Reviewers' words about earlier revisions, the latest first. */
export function ReturnList({ returns, timeZone }: { returns: Return[]; timeZone: string }) {
  return (
    <ul className="plain-list">
      {returns.map(({ id, comment, authorsNote, at, revision, by }) => (
        <li key={id}>
          <b>
            {m.authoring_reviewer_says({
              name: by ?? m.authoring_role_reviewer(),
              time: formatDateTime(at, timeZone),
              number: formatNumber(revision),
            })}
          </b>
          <p className="comment">{comment}</p>
          {authorsNote && (
            <p className="quiet comment">{m.authoring_return_note({ note: authorsNote })}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
