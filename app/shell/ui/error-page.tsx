import { m } from '#app/shared/i18n/messages.ts'

type Words = { title: string; text: string }

function wordsFor(status: number): Words {
  if (status === 404) return { title: m.shared_not_found_title(), text: m.shared_not_found_text() }
  if (status === 503) return { title: m.shared_busy_title(), text: m.shared_busy_text() }
  if (status === 409) return { title: m.shared_conflict_title(), text: m.shared_conflict_text() }
  if (status < 500)
    return { title: m.shared_bad_request_title(), text: m.shared_bad_request_text() }
  return { title: m.shared_error_title(), text: m.shared_error_text() }
}

/** What the page for this status is called. */
export function errorTitle(status: number): string {
  return wordsFor(status).title
}

/** What a person sees when a page cannot be shown: what to do, and an id to quote. */
export function ErrorPage({ status, requestId }: { status: number; requestId?: string }) {
  const { title, text } = wordsFor(status)
  return (
    <article className="narrow">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a className="button" href="/">
          {m.shared_to_start()}
        </a>
      </p>
      {requestId && status >= 500 && (
        <p className="quiet">
          {m.shared_error_id()} <code>{requestId}</code>
        </p>
      )}
    </article>
  )
}
