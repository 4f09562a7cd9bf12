import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { identity } from './identity.ts'
import { type StaffKind, staffKinds } from './organisation.ts'
import type { RosterColumn, RosterProblem } from './roster-columns.ts'

/** What staff kinds are called in rosters; the product's own words come first. */
const staffKindWords: Record<StaffKind, string[]> = {
  'civil-servant': ['公务员', 'civil servant', '行政', '行政编制'],
  'reference-managed': [
    '参照公务员法管理人员',
    'reference-managed',
    '参公',
    '参公人员',
    '参照管理',
  ],
  'institution-staff': ['事业编制人员', 'institution staff', '事业编', '事业编制', '事业'],
}

const staffKindByWord = new Map(
  staffKinds.flatMap((kind) => [
    [kind as string, kind] as const,
    ...staffKindWords[kind].map((word) => [word, kind] as const),
  ]),
)

/** The word for a staff kind in a roster file of that language. */
export function staffKindWord(kind: StaffKind, locale: 'zh-CN' | 'en'): string {
  return staffKindWords[kind][locale === 'en' ? 1 : 0] ?? kind
}

/** Controls, marks of direction and other characters that show nothing; not the selectors of glyphs. */
const invisible = /[\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]+/gu

/**
 * A cell as people see it: control and invisible characters and spaces around it are gone. An
 * apostrophe that keeps a spreadsheet from computing what follows is not part of the text.
 */
export function cellText(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(invisible, ' ')
    .trim()
    .replace(/^'(?=\s*[=+\-@'])/, '')
    .trim()
}

/** Names of two characters are often spread to the width of three: 王　明 is 王明. */
function closeName(text: string): string {
  return text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '').replace(/\s+/g, ' ')
}

type Read = Result<string, RosterProblem['code']>

/** A long number that a spreadsheet has rounded, such as 4.2E+17: its digits are lost. */
const rounded = /^\d(\.\d+)?E\+\d+$/i

function checked(field: keyof typeof identity.shape, value: string): Read {
  if (rounded.test(value)) return fail('digits-lost')
  const parsed = identity.shape[field].safeParse(value)
  return parsed.success && parsed.data ? ok(parsed.data) : fail('malformed')
}

const readers: Record<RosterColumn, (text: string) => Read> = {
  name: (text) => checked('name', closeName(text)),
  staffNumber: (text) => checked('staffNumber', text.normalize('NFKC').replace(/\s/g, '')),
  department: (text) => ([...text].length <= 200 ? ok(text) : fail('malformed')),
  staffKind: (text) => {
    const kind = staffKindByWord.get(text.toLowerCase())
    return kind ? ok(kind) : fail('unknown-staff-kind')
  },
  grade: (text) => ([...text].length <= 80 ? ok(text) : fail('malformed')),
  roleProfile: (text) => ([...text].length <= 80 ? ok(text) : fail('unknown-role-profile')),
  email: (text) => checked('email', text.normalize('NFKC')),
  phone: (text) => checked('phone', text.normalize('NFKC')),
}

const optional = new Set<RosterColumn>(['roleProfile', 'email', 'phone'])

/** One cell checked by itself: its value, '' where an optional one is empty, or what is wrong. */
export function readCell(column: RosterColumn, raw: string): Read {
  const text = cellText(raw)
  if (text === '') return optional.has(column) ? ok('') : fail('missing')
  return readers[column](text)
}
