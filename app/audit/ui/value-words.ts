import { m } from '#app/shared/i18n/messages.ts'
import { roleWords, staffKindWords, tierWords } from '#app/shared/ui/organisation-words.ts'
import { contractWords, placeWords, whiteHatRoleWords } from '#app/shared/ui/talent-words.ts'

type Words = Record<string, (() => string) | undefined>

/** What the values of a field are called, where they are words of ours. */
const valueWords: Record<string, Words | undefined> = {
  role: { ...roleWords, ...whiteHatRoleWords },
  roles: roleWords,
  revoked: roleWords,
  contract: contractWords,
  contracts: contractWords,
  place: placeWords,
  tier: tierWords,
  staffKind: staffKindWords,
  side: { person: m.audit_side_person, unit: m.audit_side_unit },
  answer: {
    accepted: m.audit_answer_accepted,
    declined: m.audit_answer_declined,
    withdrawn: m.audit_answer_withdrawn,
  },
}

/** A field's value in words; what is no word of ours stands as it was noted. */
export function sayValue(field: string, value: unknown): string {
  // Each act is sealed: how many they are is all that can be read.
  if (field === 'acts' && Array.isArray(value)) return m.audit_sealed_acts({ count: value.length })
  if (typeof value === 'boolean') return value ? m.audit_yes() : m.audit_no()
  if (value === null && field === 'role') return m.audit_any()
  if (value === null || value === '') return m.audit_empty_value()
  if (Array.isArray(value)) {
    const each = value.map((one) => sayValue(field, one))
    return each.join(m.audit_list_comma()) || m.audit_empty_value()
  }
  if (typeof value === 'string') return valueWords[field]?.[value]?.() ?? value
  return JSON.stringify(value)
}
