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
  /** The reader is the one who is asked. */
  mine?: boolean
}

type Standing = { state: ContactState; until: number | undefined }

/** '等本人答复，2026-12-06 截止', or how it ended; `mine` where the reader is the one who is asked. */
function standingWords({ state, until }: Standing, timeZone: string, mine = false): string {
  const words =
    mine && state === 'waiting-person' ? m.talent_state_waiting_you() : stateWords[state]()
  if (until === undefined) return words
  return m.talent_request_until({ state: words, date: formatDate(until, timeZone) })
}

type StandingTagProps = { request: Standing; timeZone: string; mine?: boolean }

const tones: Partial<Record<ContactState, string>> = {
  'waiting-person': 'warn',
  'waiting-unit': 'warn',
  accepted: 'good',
}

type RequestRow = Standing & {
  id: string
  contract: ContractKind
  href: string
  title: string
  /** What it says besides the kind of engagement, in order. */
  facts: string[]
}

/** Requests one under another, each with how it stands. */
export function RequestList({ requests, timeZone }: { requests: RequestRow[]; timeZone: string }) {
  return (
    <ul className="rows panel">
      {requests.map(({ id, href, title, contract, facts, state, until }) => (
        <li key={id}>
          <div className="spread">
            <h2 className="plain">
              <a href={href}>{title}</a>
            </h2>
            <StandingTag request={{ state, until }} timeZone={timeZone} />
          </div>
          <p className="quiet facts">
            <span>{contractWords[contract]()}</span>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** The standing as a tag in a list. */
export function StandingTag({ request, timeZone, mine }: StandingTagProps) {
  const tone = tones[request.state] ?? ''
  return <span className={`tag ${tone}`}>{standingWords(request, timeZone, mine)}</span>
}

/** What is asked, why, and where it stands. */
export function RequestFacts({ request, timeZone, mine }: RequestFactsProps) {
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
      <dd>{standingWords(request, timeZone, mine)}</dd>
    </dl>
  )
}
