import { doneText } from '#app/shared/http/flash.ts'
import { m } from '#app/shared/i18n/messages.ts'
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

/** What the form before this page did. */
export function DoneNotice({ done }: { done: string | null }) {
  const said = doneText(words, done)
  if (!said) return null
  return <Notice kind={done === 'state' ? 'warn' : 'done'}>{said}</Notice>
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
