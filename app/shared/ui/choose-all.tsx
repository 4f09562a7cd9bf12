import { m } from '#app/shared/i18n/messages.ts'

/** One tick for all of a form's checkboxes of this name; shown where a script makes it work. */
export function ChooseAll({ name }: { name: string }) {
  return (
    <p className="choice" data-choose-all={name} hidden>
      <input type="checkbox" id="choose-all" />
      <label htmlFor="choose-all">{m.shared_choose_all()}</label>
    </p>
  )
}
