import { m } from '#app/shared/i18n/messages.ts'

type Props = { completed: boolean; course: string }

/** What passing brought, and the way on. `completed`: it was a module's last step. */
export function PassedWords({ completed, course }: Props) {
  return (
    <>
      {m.labs_passed_note()}
      {completed && ` ${m.labs_completed_note()}`} <a href={course}>{m.labs_to_course()}</a>
    </>
  )
}
