import type { FormState } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'

type Props = {
  title: string
  /** What it means, read before the button. */
  text: string
  confirm: string
  /** The page of the request, for who thinks better of it. */
  back: string
  state: FormState | undefined
}

/** Asks once more before something is taken back that cannot be given again. */
export function Withdrawal({ title, text, confirm, back, state }: Props) {
  return (
    <article className="narrow">
      <h1>{title}</h1>
      <p>{text}</p>
      <Form state={state}>
        <div className="actions">
          <SubmitButton kind="danger">{confirm}</SubmitButton>
          <a href={back}>{m.talent_withdrawal_stay()}</a>
        </div>
      </Form>
    </article>
  )
}
