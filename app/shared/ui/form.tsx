import { createContext, type ReactNode, useContext } from 'react'
import type { FormState } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'

const empty: FormState = { errors: {}, values: {} }
const State = createContext<FormState>(empty)

type FormProps = {
  /** What the action answered, when this form failed. */
  state?: FormState | undefined
  action?: string
  method?: 'get' | 'post'
  /** For a form with a file. */
  upload?: boolean
  className?: string
  /** The page lists the errors elsewhere, of what was kept all the same: nothing here is unsent. */
  isKept?: boolean
  /** For buttons that stand outside of the form and name it. */
  id?: string
  /** Where a browser's own memory of the fields would put old answers to new questions. */
  autoComplete?: 'off'
  children: ReactNode
}

/**
 * A form: lists what is wrong at its head, keeps what was typed, and carries the key that makes
 * sending it twice harmless.
 */
export function Form({
  state = empty,
  action,
  method = 'post',
  upload,
  className,
  isKept,
  id,
  autoComplete,
  children,
}: FormProps) {
  return (
    <State.Provider value={state}>
      {!isKept && <ErrorSummary errors={state.errors} />}
      <form
        method={method}
        action={action}
        className={className}
        id={id}
        autoComplete={autoComplete}
        encType={upload ? 'multipart/form-data' : undefined}
        noValidate
      >
        {method === 'post' && <input type="hidden" name="key" value={crypto.randomUUID()} />}
        {children}
      </form>
    </State.Provider>
  )
}

type SummaryProps = { errors: Record<string, string>; title?: string }

/** What is to be mended, each with the way to its field; nothing where there is nothing. */
export function ErrorSummary({ errors, title = m.shared_there_is_a_problem() }: SummaryProps) {
  const entries = Object.entries(errors)
  if (entries.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} data-error-summary="">
      <h2>{title}</h2>
      <ul>
        {entries.map(([name, message]) => (
          <li key={name}>{name === 'form' ? message : <a href={`#f-${name}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

function useField(name: string) {
  const { errors, values } = useContext(State)
  const described = [`f-${name}-hint`, `f-${name}-error`]
  return { id: `f-${name}`, error: errors[name], typed: values[name], described }
}

type Labelled = { name: string; label: ReactNode; hint?: ReactNode }

function Notes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <span className="visually-hidden">{m.shared_error_prefix()}</span>
          {error}
        </p>
      )}
    </>
  )
}

function describedBy(id: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return ids.join(' ') || undefined
}

type TextProps = Labelled & {
  type?: 'text' | 'password' | 'email' | 'search' | 'date' | 'month' | 'file'
  value?: string
  autoComplete?: string
  inputMode?: 'numeric' | 'text'
  accept?: string
  lang?: string
  /** For a search, which finds nothing longer; elsewhere what is too long is said, not cut off. */
  maxLength?: number
  short?: boolean
}

/** One line of text with its label, its hint and, beside it, what is wrong with it. */
export function TextField({ name, label, hint, value, short, type = 'text', ...input }: TextProps) {
  const { id, error, typed } = useField(name)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Notes id={id} hint={hint} error={error} />
      <input
        {...input}
        id={id}
        name={name}
        type={type}
        data-show={type === 'password' ? m.shared_show_password() : undefined}
        className={short ? 'short' : undefined}
        defaultValue={type === 'password' || type === 'file' ? undefined : (typed?.[0] ?? value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </div>
  )
}

type AreaProps = Labelled & {
  value?: string
  rows?: number
  code?: boolean
  lang?: string
  maxLength?: number
}

/** Several lines of text. */
export function TextArea(props: AreaProps) {
  const { name, label, hint, value, rows = 5, code, lang, maxLength } = props
  const { id, error, typed } = useField(name)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Notes id={id} hint={hint} error={error} />
      <textarea
        id={id}
        name={name}
        rows={rows}
        lang={lang}
        maxLength={maxLength}
        spellCheck={code ? false : undefined}
        className={code ? 'code' : undefined}
        defaultValue={typed?.[0] ?? value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </div>
  )
}

export type Option = { value: string; label: ReactNode; hint?: ReactNode }

type SelectProps = Labelled & { options: { value: string; label: string }[]; value?: string }

/** One of a list, in little space. */
export function Select({ name, label, hint, options, value }: SelectProps) {
  const { id, error, typed } = useField(name)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Notes id={id} hint={hint} error={error} />
      <select
        id={id}
        name={name}
        defaultValue={typed?.[0] ?? value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

type ChoiceProps = Labelled & {
  type: 'radio' | 'checkbox'
  options: Option[]
  values?: string[]
}

/** One of a few (radio) or any of them (checkbox), each on its own line. */
export function Choices({ name, label, hint, type, options, values }: ChoiceProps) {
  const { id, error, typed } = useField(name)
  const chosen = typed ?? values ?? []
  return (
    <fieldset className="field" id={id} aria-describedby={describedBy(id, hint, error)}>
      <legend>{label}</legend>
      <Notes id={id} hint={hint} error={error} />
      {options.map((option) => (
        <div className="choice" key={option.value}>
          <input
            type={type}
            id={`${id}-${option.value}`}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
          />
          <label htmlFor={`${id}-${option.value}`}>
            {option.label}
            {option.hint && <span className="hint">{option.hint}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  )
}

type ButtonProps = {
  children: ReactNode
  kind?: 'plain' | 'danger'
  name?: string
  value?: string
}

/** The button that sends the form. */
export function SubmitButton({ children, kind, name, value }: ButtonProps) {
  return (
    <button type="submit" className={kind ? `button ${kind}` : 'button'} name={name} value={value}>
      {children}
    </button>
  )
}
