import type { PartView } from '#app/authoring/domain/part-view.ts'
import type { Typed } from '#app/authoring/domain/typed.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import type { Head } from './draft-head.tsx'
import { DraftTabs } from './draft-tabs.tsx'
import { LessonPreview } from './lesson-preview.tsx'
import { ProblemList } from './problem-list.tsx'
import { QuizPreview } from './quiz-preview.tsx'
import { SettingsFields, type SettingsOptions } from './settings-fields.tsx'
import { SourceForm } from './source-form.tsx'
import { partWords } from './words.ts'

type Props = {
  head: Head & { isEditable: boolean }
  href: string
  stored: Typed
  base: string
  revision: number
  view: PartView
  options: SettingsOptions
  nonce: string
  /** What is wrong with settings that were just saved, by input. */
  errors?: Record<string, string>
}

/** One part of a draft: its source, what becomes of it, and what is to be mended in all of it. */
export function DraftBody(props: Props) {
  const { href, stored, view } = props
  const { part } = stored
  const errors = view.problems.filter(({ severity }) => severity === 'error').length
  return (
    <>
      <div data-live="tabs">
        <DraftTabs href={href} part={part} problems={view.problems} />
      </div>
      {stored.part === 'settings' ? <SettingsPart {...props} /> : <TextPart {...props} />}
      <section data-live="problems" aria-live="polite">
        <h2 id="problems">{problemsHeading(errors, view.problems.length)}</h2>
        <ProblemList problems={view.problems} href={href} part={part} />
      </section>
      {props.head.isEditable && (
        <p className="quiet">
          <a href={`${href}/removal`}>{m.authoring_discard()}</a>
        </p>
      )}
    </>
  )
}

function problemsHeading(errors: number, all: number): string {
  if (errors > 0) return m.authoring_to_mend({ count: String(errors) })
  return all > 0 ? m.authoring_only_advice({ count: String(all) }) : m.authoring_review_problems()
}

function SettingsPart({ head, stored, base, revision, options, errors = {} }: Props) {
  if (stored.part !== 'settings') return null
  const fields = <SettingsFields settings={stored.value} options={options} />
  if (!head.isEditable) {
    return (
      <form className="measure">
        <fieldset disabled>
          <legend>{m.authoring_read_only()}</legend>
          {fields}
        </fieldset>
      </form>
    )
  }
  return (
    <Form className="measure" state={{ errors, values: {} }} isKept>
      <input type="hidden" name="part" value="settings" />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="base" value={base} />
      {fields}
      <SubmitButton name="intent" value="save">
        {m.authoring_save_settings()}
      </SubmitButton>
    </Form>
  )
}

function TextPart({ head, href, stored, base, revision, view, nonce }: Props) {
  if (stored.part === 'settings') return null
  const { part, value } = stored
  const drifts = view.problems.some(({ code }) => code === 'DRIFT')
  return (
    <div className="halves">
      {head.isEditable ? (
        <SourceForm
          part={part}
          pictures={`${href}/pictures`}
          text={value}
          revision={revision}
          base={base}
          askCompared={part === 'en' && drifts}
          nonce={nonce}
        />
      ) : (
        <div className="field source">
          <label htmlFor="f-text">{partWords[part]()}</label>
          <p className="hint">{m.authoring_read_only()}</p>
          <textarea id="f-text" className="code" rows={26} readOnly defaultValue={value} />
        </div>
      )}
      <section className="panel preview" data-live="preview" aria-label={m.authoring_preview()}>
        <h2 className="visually-hidden">{m.authoring_preview()}</h2>
        <p className="quiet">
          {part === 'quiz' ? m.authoring_preview_quiz() : m.authoring_preview_lesson()}{' '}
          <a href="#problems">{m.authoring_to_problems()}</a>
        </p>
        {view.lesson && <LessonPreview lesson={view.lesson} nonce={nonce} />}
        {part === 'quiz' && view.quiz && <QuizPreview quiz={view.quiz} />}
        {!view.lesson && !view.quiz && (
          <p>
            {part === 'en' && !value.trim() ? m.authoring_no_english() : m.authoring_no_preview()}
          </p>
        )}
      </section>
    </div>
  )
}
