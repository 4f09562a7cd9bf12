import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'

/**
 * A draft that nobody reviews any more. `unsent`: the comment of a reviewer whose decision came too
 * late; it is nowhere else by now, so it stands here to be copied.
 */
export function NotWaiting({ unsent }: { unsent: string | undefined }) {
  return (
    <article className="narrow">
      <h1>{m.authoring_not_waiting()}</h1>
      <p>
        {m.authoring_not_waiting_text()} <a href="/reviews">{m.authoring_reviews_title()}</a>
      </p>
      {unsent && (
        <>
          <Notice kind="warn">{m.authoring_comment_unsent()}</Notice>
          <div className="field">
            <label htmlFor="unsent">{m.authoring_conflict_mine()}</label>
            <textarea id="unsent" rows={8} readOnly defaultValue={unsent} />
          </div>
        </>
      )}
    </article>
  )
}
