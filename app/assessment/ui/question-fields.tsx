import type { Presented } from '#app/assessment/domain/present.ts'
import { parsePrompt, plainText } from '#app/assessment/domain/prompt.ts'
import { fieldName } from '#app/assessment/domain/response.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { InlineText, PromptText } from './question-text.tsx'

type Props = {
  question: Presented
  /** What was sent, when the answer could not be read: it is filled in again. */
  typed?: Record<string, string[]>
  /** What is wrong with what was sent. */
  error?: string | undefined
}

type PartProps = Props & { describedBy: string | undefined }

function Choices({ question, typed, describedBy }: PartProps) {
  if (question.type !== 'single' && question.type !== 'multiple') return null
  const name = fieldName(question.id)
  return question.choices.map(({ key, text }) => (
    <div className="choice" key={key}>
      <input
        type={question.type === 'single' ? 'radio' : 'checkbox'}
        id={`${name}-${key}`}
        name={name}
        value={key}
        defaultChecked={typed?.[name]?.includes(key)}
        aria-describedby={describedBy}
      />
      <label htmlFor={`${name}-${key}`}>
        <InlineText text={text} />
      </label>
    </div>
  ))
}

type Row = { key: string; text: string }

/** A select for each row: the rank of a step, or the right side that belongs to a left side. */
function Rows({
  question,
  rows,
  options,
  typed,
  describedBy,
}: PartProps & { rows: Row[]; options: Row[] }) {
  return (
    <ul className="pairing">
      {rows.map(({ key, text }) => {
        const name = fieldName(question.id, key)
        return (
          <li key={key}>
            <label htmlFor={name}>
              <InlineText text={text} />
            </label>
            <select
              id={name}
              name={name}
              defaultValue={typed?.[name]?.[0] ?? ''}
              aria-describedby={describedBy}
            >
              <option value="">{m.assessment_choose()}</option>
              {options.map((option) => (
                <option key={option.key} value={option.key}>
                  {plainText(option.text)}
                </option>
              ))}
            </select>
          </li>
        )
      })}
    </ul>
  )
}

function Typed({ question, typed, describedBy }: PartProps) {
  const name = fieldName(question.id)
  const unit = question.type === 'number' ? question.unit : undefined
  return (
    <p>
      <label htmlFor={name}>
        {m.assessment_your_answer()}
        {unit && ` (${unit})`}
      </label>
      <input
        type="text"
        id={name}
        name={name}
        className="short"
        inputMode={question.type === 'number' ? 'decimal' : undefined}
        autoComplete="off"
        defaultValue={typed?.[name]?.[0]}
        aria-describedby={describedBy}
      />
    </p>
  )
}

function Answer(props: PartProps) {
  const { question } = props
  switch (question.type) {
    case 'order': {
      const ranks = question.steps.map((_, index) => `${index + 1}`)
      const options = ranks.map((rank) => ({ key: rank, text: m.assessment_rank({ rank }) }))
      return <Rows {...props} rows={question.steps} options={options} />
    }
    case 'match':
      return <Rows {...props} rows={question.lefts} options={question.rights} />
    case 'number':
    case 'short':
      return <Typed {...props} />
    default:
      return <Choices {...props} />
  }
}

/** The first line of a prompt names the group of fields; the rest, code above all, stands below. */
function splitPrompt(prompt: string) {
  const [first] = parsePrompt(prompt)
  if (first?.kind !== 'paragraph') return { legend: '', rest: prompt }
  const lines = prompt.split(/\r?\n/)
  const at = lines.findIndex((line) => line.trim() !== '')
  return { legend: lines[at] ?? '', rest: lines.slice(at + 1).join('\n') }
}

/** How to answer, where the fields alone do not say it. */
function instruction(type: Presented['type']): string | undefined {
  if (type === 'multiple') return m.assessment_choose_all()
  if (type === 'order') return m.assessment_put_in_order()
  if (type === 'match') return m.assessment_match_each()
}

/** A question as native fields in a fieldset: the same in a lesson and in a test. */
export function QuestionFields(props: Props) {
  const { question, error } = props
  const { legend, rest } = splitPrompt(question.prompt)
  const errorId = error ? `${fieldName(question.id)}-error` : undefined
  const how = instruction(question.type)
  return (
    <fieldset>
      <legend>{legend ? <InlineText text={legend} /> : m.assessment_question()}</legend>
      <PromptText text={rest} />
      {how && <p className="hint">{how}</p>}
      {error && (
        <p className="error" id={errorId}>
          <span className="visually-hidden">{m.shared_error_prefix()}</span>
          {error}
        </p>
      )}
      <Answer {...props} describedBy={errorId} />
    </fieldset>
  )
}
