import { inLocale } from '#app/shared/domain/text.ts'
import type { FormState } from '#app/shared/http/form-state.ts'
import { currentLocale, formatDate } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { Empty } from '#app/shared/ui/notice.tsx'
import { contractWords } from '#app/shared/ui/talent-words.ts'
import type { ContractKind } from '#app/talent/domain/kinds.ts'
import type { ContractChoice, ShownPerson } from '#app/talent/domain/shown.ts'
import { AllEvidence } from './evidence.tsx'
import { PersonFacts, personTitle, Skills } from './person.tsx'
import { type RequestFactsProps, StandingTag } from './request.tsx'
import { unitName } from './words.ts'

/** What joining means, in plain words: read before the button, and kept beside it afterwards. */
export function Meaning() {
  const points = [
    [m.talent_registry_who_title(), m.talent_registry_who()],
    [m.talent_registry_seen_title(), m.talent_registry_seen()],
    [m.talent_registry_unseen_title(), m.talent_registry_unseen()],
    [m.talent_registry_log_title(), m.talent_registry_log_text()],
    [m.talent_registry_contact_title(), m.talent_registry_contact_text()],
    [m.talent_registry_leave_title(), m.talent_registry_leave_text()],
  ]
  return (
    <section>
      <h2>{m.talent_registry_means()}</h2>
      <dl>
        {points.map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type PreviewProps = Parameters<typeof AllEvidence>[0] & { person: ShownPerson }

/** Exactly what a superior unit's officer would see, made by the presenter of those pages. */
export function Preview({ person, skills }: PreviewProps) {
  return (
    <section>
      <h2>{m.talent_registry_preview()}</h2>
      <p className="quiet">{m.talent_registry_preview_text()}</p>
      <ul className="rows panel">
        <li className="person">
          <div>
            <h3>{personTitle(person)}</h3>
            <PersonFacts person={person} />
          </div>
          <Skills skills={person.skills} />
        </li>
      </ul>
      <details className="field">
        <summary>{m.talent_registry_preview_evidence()}</summary>
        <AllEvidence skills={skills} />
      </details>
    </section>
  )
}

type ProfileFormProps = {
  state: FormState | undefined
  choices: ContractChoice[]
  contracts: ContractKind[]
  availableFrom: number | null
  joined: boolean
}

/** Why choosing this kind of engagement leads to no request; nothing where it may. */
function barHint({ bar }: ContractChoice) {
  if (!bar) return
  const locale = currentLocale()
  const [rule, source] = [inLocale(bar.words, locale), inLocale(bar.source, locale)]
  return m.talent_contract_barred({ rule, source })
}

/** When and for what; sending it the first time is the consent. */
export function ProfileForm(props: ProfileFormProps) {
  const { state, choices, contracts, availableFrom, joined } = props
  return (
    <section>
      <h2>{m.talent_registry_profile()}</h2>
      <Form state={state}>
        <Choices
          name="contracts"
          type="checkbox"
          label={m.talent_registry_contracts()}
          hint={m.talent_registry_contracts_hint()}
          options={choices.map((choice) => ({
            value: choice.kind,
            label: contractWords[choice.kind](),
            hint: barHint(choice),
          }))}
          values={contracts}
        />
        <TextField
          name="availableFrom"
          type="date"
          label={m.talent_registry_available()}
          hint={m.talent_registry_available_hint()}
          value={availableFrom === null ? '' : formatDate(availableFrom, 'UTC')}
          short
        />
        <div className="actions">
          <SubmitButton>
            {joined ? m.talent_registry_change() : m.talent_registry_join()}
          </SubmitButton>
          {joined && <a href="/registry/withdrawal">{m.talent_registry_withdraw()}</a>}
        </div>
      </Form>
    </section>
  )
}

type Asked = RequestFactsProps['request'] & { id: string; unit: { zh: string; en: string } }

/** Requests to the reader, those that wait for an answer among them. */
export function RequestsToMe({ requests, timeZone }: { requests: Asked[]; timeZone: string }) {
  return (
    <section>
      <h2>{m.talent_registry_requests()}</h2>
      {requests.length === 0 && (
        <Empty title={m.talent_registry_requests_none()}>
          <p>{m.talent_registry_requests_none_todo()}</p>
        </Empty>
      )}
      {requests.length > 0 && (
        <ul className="rows panel">
          {requests.map((request) => (
            <li key={request.id}>
              <div className="spread">
                <h3>{unitName(request.unit)}</h3>
                <StandingTag request={request} timeZone={timeZone} asked="person" />
              </div>
              <p className="quiet facts">
                <span>{contractWords[request.contract]()}</span>
                <span>{request.purpose}</span>
              </p>
              <a href={`/registry/requests/${request.id}`}>
                {request.state === 'waiting-person'
                  ? m.talent_request_open()
                  : m.talent_request_read()}
                <span className="visually-hidden"> {unitName(request.unit)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
