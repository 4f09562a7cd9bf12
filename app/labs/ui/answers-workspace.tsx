import type { PresentedSample } from '#app/labs/domain/answers.ts'
import { cluesField, verdictField } from '#app/labs/domain/answers-draft.ts'
import type { AnswersWork } from '#app/labs/present-workspace.server.ts'
import type { FormState } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { Hints, workspaceForm } from './hints.tsx'

type Mail = Omit<PresentedSample, 'clues'>

/** A mail as its reader sees it. */
export function MailText({ mail }: { mail: Mail }) {
  return (
    <div className="mail">
      <dl className="summary">
        <dt>{m.labs_mail_subject()}</dt>
        <dd>{mail.subject}</dd>
        <dt>{m.labs_mail_from()}</dt>
        <dd>{mail.from}</dd>
        <dt>{m.labs_mail_to()}</dt>
        <dd>{mail.to}</dd>
        <dt>{m.labs_mail_date()}</dt>
        <dd>{mail.date}</dd>
      </dl>
      <p className="mail-body">{mail.body}</p>
    </div>
  )
}

type SampleProps = { work: AnswersWork; sample: PresentedSample; number: number }

function Sample({ work, sample, number }: SampleProps) {
  const { id, clues } = sample
  const answer = work.answers[id]
  const total = work.samples.length
  return (
    <article className="check" aria-labelledby={`sample-${id}`}>
      <h2 id={`sample-${id}`}>{m.labs_sample_number({ number, total })}</h2>
      <MailText mail={sample} />
      <Choices
        name={verdictField(id)}
        type="radio"
        label={m.labs_verdict()}
        options={work.verdicts.map(({ id, text }) => ({ value: id, label: text }))}
        values={answer?.verdict ? [answer.verdict] : []}
      />
      <Choices
        name={cluesField(id)}
        type="checkbox"
        label={m.labs_clues()}
        hint={m.labs_clues_hint()}
        options={clues.map(({ id, text }) => ({ value: id, label: text }))}
        values={answer?.clues ?? []}
      />
    </article>
  )
}

/** What it takes to pass, and that a submission is followed by another set. */
function Rule({ work }: { work: AnswersWork }) {
  const { pass, evidenceAtLeast: least, mistakesAtMost: most, samples } = work
  return (
    <ul>
      <li>{m.labs_answers_rule({ draw: samples.length, pass })}</li>
      <li>
        {most === 0 ? m.labs_answers_strict({ least }) : m.labs_answers_evidence({ least, most })}
      </li>
      <li>{m.labs_answers_redraw()}</li>
    </ul>
  )
}

type Props = {
  work: AnswersWork
  hints: { shown: string[]; total: number }
  savedAt: number
  saved: string
  state: FormState | undefined
}

/**
 * Samples to judge one after another, in one form. Its page is long: an answer to the form opens
 * where the form begins, with what is missing.
 */
export function AnswersWorkspace({ work, hints, savedAt, saved, state }: Props) {
  const judged = work.samples.filter(({ id }) => work.answers[id]?.verdict).length
  return (
    <>
      <Rule work={work} />
      <div id="work" />
      <Form id={workspaceForm} state={state} action="#work" autoComplete="off">
        <input type="hidden" name="basedOn" value={savedAt} />
        <input type="hidden" name="hints" value={hints.shown.length} />
        <input type="hidden" name="version" value={work.versionId} />
        <input type="hidden" name="draw" value={work.draw} />
        {work.samples.map((sample, place) => (
          <Sample key={sample.id} work={work} sample={sample} number={place + 1} />
        ))}
        <p data-progress="">{m.labs_progress({ done: judged, total: work.samples.length })}</p>
        <div className="spread">
          <span className="actions">
            <SubmitButton kind="plain" name="intent" value="save">
              {m.labs_save_draft()}
            </SubmitButton>
            <SubmitButton name="intent" value="submit">
              {m.labs_submit()}
            </SubmitButton>
          </span>
          <span className="quiet" id="draft" data-saved="">
            {work.kept ? saved : m.labs_not_saved_yet()}
          </span>
        </div>
      </Form>
      <Hints {...hints} />
    </>
  )
}
