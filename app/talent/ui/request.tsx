import { formatDate, formatDateTime } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type { ContactState } from '#app/talent/domain/contact.ts'
import type { ContractKind } from '#app/talent/domain/kinds.ts'
import { contractWords, stateWords } from './words.ts'

export type RequestFactsProps = {
  request: {
    contract: ContractKind
    termYears: number | null
    purpose: string
    message: string
    at: number
    state: ContactState
    until: number | undefined
  }
  timeZone: string
}

/** '等本人答复，2026-12-06 截止', or how it ended. */
export function standingWords(
  { state, until }: { state: ContactState; until: number | undefined },
  timeZone: string,
): string {
  const words = stateWords[state]()
  if (until === undefined) return words
  return m.talent_request_until({ state: words, date: formatDate(until, timeZone) })
}

const tones: Partial<Record<ContactState, string>> = {
  'waiting-person': 'warn',
  'waiting-unit': 'warn',
  accepted: 'good',
}

/** The standing as a tag in a list. */
export function StandingTag(props: { request: RequestFactsProps['request']; timeZone: string }) {
  const { request, timeZone } = props
  return (
    <span className={`tag ${tones[request.state] ?? ''}`}>{standingWords(request, timeZone)}</span>
  )
}

/** What is asked, why, and where it stands. */
export function RequestFacts({ request, timeZone }: RequestFactsProps) {
  const { contract, termYears, purpose, message, at } = request
  return (
    <dl className="summary">
      <dt>{m.talent_request_contract()}</dt>
      <dd>{contractWords[contract]()}</dd>
      {termYears !== null && (
        <>
          <dt>{m.talent_request_years()}</dt>
          <dd>{m.talent_request_years_value({ years: termYears })}</dd>
        </>
      )}
      <dt>{m.talent_request_purpose()}</dt>
      <dd>{purpose}</dd>
      <dt>{m.talent_request_message()}</dt>
      <dd className="as-written">{message}</dd>
      <dt>{m.talent_request_at()}</dt>
      <dd>{formatDateTime(at, timeZone)}</dd>
      <dt>{m.talent_request_state()}</dt>
      <dd>{standingWords(request, timeZone)}</dd>
    </dl>
  )
}
