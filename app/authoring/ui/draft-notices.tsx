import { doneText } from '#app/shared/http/flash.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { ErrorSummary } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'

const words: Record<string, () => string> = {
  begun: m.authoring_done_begun,
  opened: m.authoring_done_opened,
  saved: m.authoring_done_saved,
  submitted: m.authoring_done_submitted,
  withdrawn: m.authoring_done_withdrawn,
  rebased: m.authoring_done_rebased,
  restored: m.authoring_done_restored,
  state: m.authoring_done_state,
}

type Module = { courseSlug: string; moduleSlug: string }

/** What the form before this page did; of a lesson just begun, the address that was made for it too. */
export function DoneNotice({ done, of }: { done: string | null; of: Module }) {
  const said = doneText(words, done)
  if (!said) return null
  if (done !== 'begun') return <Notice kind={done === 'state' ? 'warn' : 'done'}>{said}</Notice>
  return (
    <Notice kind="done">
      <p>{said}</p>
      <p>
        {m.authoring_begun_address()} <code>{`/courses/${of.courseSlug}/${of.moduleSlug}`}</code>
      </p>
    </Notice>
  )
}

/** Settings are kept as they were typed; this says so, and which of them are to be mended before a review. */
export function SavedWithErrors({ errors }: { errors: Record<string, string> }) {
  const count = String(Object.keys(errors).length)
  return <ErrorSummary errors={errors} title={m.authoring_saved_to_mend({ count })} />
}

/** A newer version was published while this draft was being written. */
export function OvertakenNotice({ href }: { href: string }) {
  return (
    <Notice kind="warn">
      <p>
        {m.authoring_overtaken()} <a href={href}>{m.authoring_compare()}</a>
      </p>
    </Notice>
  )
}
