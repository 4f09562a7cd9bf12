import type { Option, Presented } from '#app/assessment/domain/present.ts'
import { plainText } from '#app/assessment/domain/prompt.ts'
import { type FormFields, fieldName } from '#app/assessment/domain/response.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Select, TextField } from '#app/shared/ui/form.tsx'
import { InlineText } from './prompt.tsx'

type Of<T extends Presented['type']> = Extract<Presented, { type: T }>
/** `given` fills the fields in again with what was answered. */
type Props<T extends Presented['type']> = { question: Of<T>; given: FormFields }

function ChoiceFields({ question, given }: Props<'single' | 'multiple'>) {
  const name = fieldName(question.id)
  const many = question.type === 'multiple'
  return (
    <Choices
      name={name}
      type={many ? 'checkbox' : 'radio'}
      label={many ? m.assessment_choose_many() : m.assessment_choose_one()}
      options={question.choices.map(({ key, text }) => {
        return { value: key, label: <InlineText text={text} /> }
      })}
      values={given[name] ?? []}
    />
  )
}

const unset = () => ({ value: '', label: m.assessment_not_chosen() })

function OrderFields({ question, given }: Props<'order'>) {
  const ranks = question.steps.map((_, place) => String(place + 1))
  return (
    <fieldset className="ranks">
      <legend>{m.assessment_put_in_order()}</legend>
      {question.steps.map(({ key, text }) => {
        const name = fieldName(question.id, key)
        return (
          <Select
            key={key}
            name={name}
            label={<InlineText text={text} />}
            options={[unset(), ...ranks.map((rank) => ({ value: rank, label: rank }))]}
            value={given[name]?.[0] ?? ''}
          />
        )
      })}
    </fieldset>
  )
}

/** A, B, C … as the lettered list beside it counts. */
const letter = (place: number) => String.fromCharCode(65 + place)

function MatchFields({ question, given }: Props<'match'>) {
  const option = ({ key, text }: Option, place: number) => {
    return { value: key, label: `${letter(place)}. ${plainText(text)}` }
  }
  return (
    <>
      <h2>{m.assessment_match_options()}</h2>
      <ol className="lettered">
        {question.rights.map(({ key, text }) => (
          <li key={key}>
            <InlineText text={text} />
          </li>
        ))}
      </ol>
      <fieldset>
        <legend>{m.assessment_match_each()}</legend>
        {question.lefts.map(({ key, text }) => {
          const name = fieldName(question.id, key)
          return (
            <Select
              key={key}
              name={name}
              label={<InlineText text={text} />}
              options={[unset(), ...question.rights.map(option)]}
              value={given[name]?.[0] ?? ''}
            />
          )
        })}
      </fieldset>
    </>
  )
}

function TypedField({ question, given }: Props<'number' | 'short'>) {
  const name = fieldName(question.id)
  const isNumber = question.type === 'number'
  const unit = question.type === 'number' ? question.unit : undefined
  return (
    <TextField
      name={name}
      label={unit ? m.assessment_answer_in({ unit }) : m.assessment_answer()}
      hint={isNumber ? m.assessment_number_hint() : m.assessment_short_hint()}
      autoComplete="off"
      short={isNumber}
      value={given[name]?.[0] ?? ''}
    />
  )
}

/** The native controls by which a question of any type is answered. */
export function AnswerFields({ question, given }: { question: Presented; given: FormFields }) {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return <ChoiceFields question={question} given={given} />
    case 'order':
      return <OrderFields question={question} given={given} />
    case 'match':
      return <MatchFields question={question} given={given} />
    default:
      return <TypedField question={question} given={given} />
  }
}
