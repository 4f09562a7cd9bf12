import { formatDate, formatDateTime } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { contractWords } from '#app/shared/ui/talent-words.ts'
import type { ContactState } from '#app/talent/domain/contact.ts'
import type { ContractKind } from '#app/talent/domain/kinds.ts'
import { stateWords } from './words.ts'

export type RequestFactsProps = {
  request: {
    contract: ContractKind
    termYears: number | null
    secretPost: boolean | null
    purpose: string
    message: string
    at: number
  } & Standing
  timeZone: string
  asked?: AskedSide
}

/** The side the reader answers for, where the request is put to them. */
type AskedSide = 'person' | 'unit'

type Standing = {
  state: ContactState
  until: number | undefined
  /** What was answered so far, where the reader may know it. */
  answers?: { side: string; answer: string }[]
}

function stateFor({ state, answers = [] }: Standing, asked: AskedSide | undefined): string {
  const agreed = answers.some(({ side, answer }) => side === 'person' && answer === 'accepted')
  if (asked === 'person' && state === 'declined' && agreed) return m.talent_state_unit_declined()
  if (asked === 'person' && state === 'waiting-person') return m.talent_state_waiting_you()
  if (asked === 'unit' && state === 'waiting-unit') return m.talent_state_waiting_own_unit()
  return stateWords[state]()
}

/** '等本人答复，2026-12-06 截止', or how it ended. */
function standingWords(standing: Standing, timeZone: string, asked?: AskedSide): string {
  const { until } = standing
  const words = stateFor(standing, asked)
  if (until === undefined) return words
  return m.talent_request_until({ state: words, date: formatDate(until, timeZone) })
}

type StandingTagProps = { request: Standing; timeZone: string; asked?: AskedSide | undefined }

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
  /** Answered, and not read yet by who asked. */
  news?: boolean
}

type RequestListProps = { requests: RequestRow[]; timeZone: string; asked?: AskedSide }

/** Requests one under another, each with how it stands and, for who is asked, where to answer. */
export function RequestList({ requests, timeZone, asked }: RequestListProps) {
  return (
    <ul className="rows panel">
      {requests.map(({ id, href, title, contract, facts, state, until, news }) => (
        <li key={id}>
          <div className="spread">
            <h2 className="plain">
              <a href={href}>{title}</a>{' '}
              {news && <span className="tag warn">{m.talent_request_news()}</span>}
            </h2>
            <StandingTag request={{ state, until }} timeZone={timeZone} asked={asked} />
          </div>
          <p className="quiet facts">
            <span>{contractWords[contract]()}</span>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
          {asked && <AnswerLink href={href} to={title} open={waitsFor(asked, state)} />}
        </li>
      ))}
    </ul>
  )
}

function waitsFor(asked: AskedSide, state: ContactState): boolean {
  return state === (asked === 'person' ? 'waiting-person' : 'waiting-unit')
}

/** To the request's page; `open` while the reader's answer is waited for. */
function AnswerLink({ href, to, open }: { href: string; to: string; open: boolean }) {
  return (
    <a href={href}>
      {open ? m.talent_request_open() : m.talent_request_read()}
      <span className="visually-hidden"> {to}</span>
    </a>
  )
}

/** The standing as a tag in a list. */
export function StandingTag({ request, timeZone, asked }: StandingTagProps) {
  const tone = tones[request.state] ?? ''
  return <span className={`tag ${tone}`}>{standingWords(request, timeZone, asked)}</span>
}

/** What is asked, why, and where it stands. */
export function RequestFacts({ request, timeZone, asked }: RequestFactsProps) {
  const { contract, termYears, secretPost, purpose, message, at } = request
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
      {secretPost !== null && (
        <>
          <dt>{m.talent_contact_secret()}</dt>
          <dd>{secretPost ? m.talent_contact_secret_yes() : m.talent_contact_secret_no()}</dd>
        </>
      )}
      <dt>{m.talent_request_purpose()}</dt>
      <dd>{purpose}</dd>
      <dt>{m.talent_request_message()}</dt>
      <dd className="as-written">{message}</dd>
      <dt>{m.talent_request_at()}</dt>
      <dd>{formatDateTime(at, timeZone)}</dd>
      <dt>{m.talent_request_state()}</dt>
      <dd>{standingWords(request, timeZone, asked)}</dd>
    </dl>
  )
}
