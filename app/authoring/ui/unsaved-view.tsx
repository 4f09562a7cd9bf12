import type { TextPart } from '#app/authoring/domain/draft.ts'
import type { DraftSettings } from '#app/authoring/domain/draft-settings.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextArea } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import { DiffView } from './diff-view.tsx'
import { SettingsFields, type SettingsOptions } from './settings-fields.tsx'

type Common = { href: string; revision: number; base: string }

/** Two people, or two windows, saved the same text: both are here, and the author decides. */
export function TextConflict({
  part,
  mine,
  stored,
  ...common
}: Common & { part: TextPart; mine: string; stored: string }) {
  return (
    <>
      <ConflictHead href={`${common.href}?part=${part}`} />
      <div className="halves">
        <div className="source">
          <Form upload>
            <Hidden {...common} part={part} />
            <TextArea code name="text" rows={22} label={m.authoring_conflict_mine()} value={mine} />
            <div className="actions">
              <SubmitButton name="intent" value="save">
                {m.authoring_conflict_save()}
              </SubmitButton>
            </div>
          </Form>
        </div>
        <div className="field source">
          <label htmlFor="stored">{m.authoring_conflict_stored()}</label>
          <textarea id="stored" className="code" rows={22} readOnly defaultValue={stored} />
        </div>
      </div>
      <h2>{m.authoring_conflict_difference()}</h2>
      <DiffView before={stored} after={mine} caption={m.authoring_conflict_caption()} />
    </>
  )
}

function ConflictHead({ href }: { href: string }) {
  return (
    <Notice kind="warn">
      <h2>{m.authoring_conflict_title()}</h2>
      <p>{m.authoring_conflict_text()}</p>
      <p>
        <a href={href}>{m.authoring_conflict_drop()}</a>
      </p>
    </Notice>
  )
}

function Hidden({ part, revision, base }: { part: string; revision: number; base: string }) {
  return (
    <>
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="base" value={base} />
    </>
  )
}

type SettingsConflictProps = Common & {
  mine: DraftSettings
  options: SettingsOptions
  /** Both settings as text, a line for each. */
  mineText: string
  storedText: string
}

/** The same for settings: what was typed in the fields, and how it differs from what is stored. */
export function SettingsConflict({
  mine,
  options,
  mineText,
  storedText,
  ...common
}: SettingsConflictProps) {
  return (
    <>
      <ConflictHead href={`${common.href}?part=settings`} />
      <DiffView before={storedText} after={mineText} caption={m.authoring_conflict_caption()} />
      <Form className="measure">
        <Hidden {...common} part="settings" />
        <h2>{m.authoring_conflict_mine()}</h2>
        <SettingsFields settings={mine} options={options} />
        <SubmitButton name="intent" value="save">
          {m.authoring_conflict_save()}
        </SubmitButton>
      </Form>
    </>
  )
}

/** What was typed into a draft that could not be saved at all, to be copied from here. */
export function NotSaved({ why, text }: { why: 'locked' | 'too-large'; text: string }) {
  return (
    <>
      <Notice kind="warn">
        <h2>{m.authoring_not_saved()}</h2>
        <p>{why === 'locked' ? m.authoring_locked_text() : m.authoring_too_large_text()}</p>
      </Notice>
      <div className="field">
        <label htmlFor="typed">{m.authoring_conflict_mine()}</label>
        <textarea id="typed" className="code" rows={22} readOnly defaultValue={text} />
      </div>
    </>
  )
}
