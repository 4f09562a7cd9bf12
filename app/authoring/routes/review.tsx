import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { decide } from '#app/authoring/decide.server.ts'
import { draftAt } from '#app/authoring/draft-facts.server.ts'
import { reviewFacts } from '#app/authoring/review-facts.server.ts'
import { DecisionForm } from '#app/authoring/ui/decision-form.tsx'
import { DifferencesView } from '#app/authoring/ui/differences-view.tsx'
import { DraftHead } from '#app/authoring/ui/draft-head.tsx'
import { NotWaiting } from '#app/authoring/ui/not-waiting.tsx'
import { pageTitle } from '#app/authoring/ui/page-title.ts'
import { ReviewMaterial } from '#app/authoring/ui/review-material.tsx'
import { VersionList } from '#app/authoring/ui/version-list.tsx'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid } from '#app/shared/http/form-state.ts'
import { formatDateTime } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(m.authoring_reviews_title(), data?.facts?.head.title) },
]

export const loader = guardedLoader('lesson.review', async ({ reader, params, context }) => {
  const draft = await draftAt(reader, 'lesson.review', params.id)
  // What was never handed in is its authors' alone.
  if (draft.submittedAt === null) throw notFound()
  const facts = draft.state === 'in-review' ? await reviewFacts(reader, draft) : undefined
  return { facts, nonce: context.nonce }
})

export const action = guardedAction('lesson.review', async ({ reader, params, form, key }) => {
  const draft = await draftAt(reader, 'lesson.review', params.id)
  const answer = await decide({ actorId: reader.personId, key }, draft, form)
  if (!answer.ok) return invalid(answer.error.errors, form, answer.error.status)
  return redirect(withDone('/reviews', answer.value))
})

export default function ReviewPage() {
  const { facts, nonce } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  if (!facts) return <NotWaiting unsent={state?.values.comment?.[0]?.trim()} />
  const { head, authors, differences, versions, isAuthor, problems } = facts
  const named = authors.map((name) => name ?? m.authoring_role_author())
  return (
    <>
      <DraftHead from="reviews" head={head}>
        <a className="button plain" href="#decision">
          {m.authoring_to_decision()}
        </a>
      </DraftHead>
      <section className="panel">
        <h2>{m.authoring_authors_note()}</h2>
        <p className="comment">{head.note}</p>
        <p className="quiet">
          {m.authoring_written_by({ names: named.join(m.authoring_comma()) })} ·{' '}
          {head.submittedAt !== null &&
            m.authoring_submitted_on({ time: formatDateTime(head.submittedAt, head.timeZone) })}
        </p>
      </section>
      <nav className="parts" aria-label={m.authoring_on_this_page()}>
        <a href="#changes">{m.authoring_changes()}</a>
        <a href="#preview">{m.authoring_preview()}</a>
        <a href="#quiz">{m.authoring_review_quiz()}</a>
        <a href="#decision">{m.authoring_decision()}</a>
      </nav>
      <h2 id="changes">{m.authoring_changes()}</h2>
      <DifferencesView differences={differences} page={`/reviews/${head.id}`} />
      <ReviewMaterial facts={facts} nonce={nonce} />
      <DecisionForm
        revision={head.revision}
        isAuthor={isAuthor}
        overtaken={head.overtaken}
        hasErrors={problems.some(({ severity }) => severity === 'error')}
        state={state}
        returns={head.returns}
        timeZone={head.timeZone}
      />
      {versions.length > 0 && (
        <details>
          <summary>{m.authoring_versions()}</summary>
          <VersionList versions={versions} timeZone={head.timeZone} canRestore={false} />
        </details>
      )}
    </>
  )
}
