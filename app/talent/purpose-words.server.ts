import { m } from '#app/shared/i18n/messages.ts'
import { purposeLength, purposeProblem } from './domain/purpose.ts'

const { least, most } = purposeLength

/** What to write under a field for a purpose that the address leaves empty or overfills. */
export function purposeError(query: URLSearchParams): string | undefined {
  const problem = purposeProblem(query)
  if (problem === 'too-long') return m.talent_search_purpose_long({ most })
  return problem && m.talent_search_purpose_needed({ least })
}
