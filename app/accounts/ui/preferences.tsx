import type { Locale } from '#app/shared/domain/text.ts'
import type { FormState } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Form, Select, SubmitButton } from '#app/shared/ui/form.tsx'

type Props = {
  locale: Locale
  timeZone: string
  largeText: boolean
  zones: { value: string; label: string }[]
  state?: FormState | undefined
}

/** How a person wants pages, kept for them on every device. */
export function Preferences({ locale, timeZone, largeText, zones, state }: Props) {
  return (
    <Form state={state}>
      <Choices
        name="locale"
        type="radio"
        label={m.accounts_language()}
        values={[locale]}
        options={[
          { value: 'zh-CN', label: <span lang="zh-CN">简体中文</span> },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
      />
      <Choices
        name="largeText"
        type="radio"
        label={m.accounts_text_size()}
        values={[largeText ? '1' : '0']}
        options={[
          { value: '0', label: m.shared_normal_text() },
          { value: '1', label: m.shared_large_text() },
        ]}
      />
      <Select
        name="timeZone"
        label={m.accounts_time_zone()}
        hint={m.accounts_time_zone_hint()}
        options={zones}
        value={timeZone}
      />
      <SubmitButton name="intent" value="preferences">
        {m.shared_save()}
      </SubmitButton>
    </Form>
  )
}
