import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { type FormState, invalid, parseForm } from '#app/shared/http/form-state.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Form, SubmitButton, TextArea, TextField } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import { contractWords } from '#app/shared/ui/talent-words.ts'
import { contactRules, tierBars } from '#app/talent/contact-rules.server.ts'
import { barAgainst, type ContactRule, hasTermRule } from '#app/talent/domain/contact-rules.ts'
import { type ContractKind, contractKinds } from '#app/talent/domain/kinds.ts'
import { isLegible, messageLength, purposeLength } from '#app/talent/domain/purpose.ts'
import { noWords } from '#app/talent/ui/words.ts'
import { findStandingNo } from '#db/talent/asker-queries.server.ts'
import { requestContact } from '#db/talent/contact-commands.server.ts'
import { findEntry } from '#db/talent/entry-queries.server.ts'

const schema = z.object({
  contract: z.enum(contractKinds, { error: () => m.talent_contact_contract_needed() }),
  // Not on the form where no kind of engagement has a term.
  years: z
    .string()
    .trim()
    .regex(/^\d{0,2}$/, { error: () => m.talent_contact_years_wrong() })
    .default('')
    .transform((text) => (text === '' ? null : Number(text))),
  secret: z.enum(['no', 'yes'], { error: () => m.talent_contact_secret_needed() }),
  purpose: z
    .string()
    .trim()
    .refine((text) => isLegible(text), {
      error: () => m.talent_search_purpose_needed({ least: purposeLength.least }),
    })
    .max(purposeLength.most, {
      error: () => m.talent_search_purpose_long({ most: purposeLength.most }),
    }),
  message: z
    .string()
    .trim()
    .min(messageLength.least, {
      error: () => m.talent_contact_message_needed({ least: messageLength.least }),
    })
    .max(messageLength.most, {
      error: () => m.talent_contact_message_long({ most: messageLength.most }),
    }),
})

export const meta: MetaFunction = () => [
  { title: `${m.talent_person_ask()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('contact.request', async ({ reader, params, url }) => {
  const found = await findEntry(reader, params.code ?? '')
  if (found?.place !== 'below') throw notFound()
  const { code, tier } = found.entry
  const contracts = found.entry.contracts.filter((kind) => !barAgainst(tierBars, kind, tier))
  // Their page says why there is nothing to ask.
  if (contracts.length === 0) throw redirect(`/talent/people/${code}${url.search}`)
  const no = await findStandingNo(reader, found.entry.personId, Date.now())
  const search = url.searchParams.toString()
  const purpose = url.searchParams.get('purpose') ?? ''
  const hasTerm = contracts.some((kind) => hasTermRule(contactRules, kind))
  return { code, contracts, hasTerm, search, purpose, no, timeZone: reader.timeZone }
})

export const action = guardedAction('contact.request', async ({ reader, params, form, key }) => {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return invalid(parsed.error, form)
  const { secret, ...asked } = parsed.value
  const request = { ...asked, code: params.code ?? '', secretPost: secret === 'yes' }
  const made = await requestContact(reader, request, contactRules, key)
  if (made.ok) throw redirect(withDone(`/talent/requests/${made.value.id}`, 'sent'))
  switch (made.error.kind) {
    case 'not-found':
      throw notFound()
    case 'not-open-to':
      return invalid({ contract: m.talent_contact_not_open() }, form)
    case 'already-asked':
      return invalid({ form: m.talent_contact_already() }, form)
    case 'said-no':
      return invalid({ form: noWords(made.error.no, reader.timeZone) }, form)
    case 'rules':
      return invalid(refusal(made.error.ids), form)
  }
})

/** The field where a refusal by a rule is shown. */
const fieldOf = {
  'never-from-tiers': 'contract',
  'never-in-secret-posts': 'secret',
  term: 'years',
} satisfies Record<ContactRule['kind'], string>

/** Each rule that stands against it, in its own words and with its source, at the field it is about. */
function refusal(ids: string[]): Record<string, string> {
  const locale = currentLocale()
  const rules = contactRules.filter(({ id }) => ids.includes(id))
  return Object.fromEntries(
    rules.map(({ kind, words, source }) => [
      fieldOf[kind],
      m.talent_contact_refused({
        rule: inLocale(words, locale),
        source: inLocale(source, locale),
      }),
    ]),
  )
}

export default function Contact() {
  const { code, contracts, hasTerm, purpose, search, no, timeZone } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <article className="narrow">
      <p className="crumbs">
        <a href={`/talent/people/${code}?${search}`}>{m.talent_candidate({ code })}</a>
      </p>
      <h1>{m.talent_contact_title({ code })}</h1>
      {no ? (
        <Notice kind="warn">{noWords(no, timeZone)}</Notice>
      ) : (
        <Asking contracts={contracts} hasTerm={hasTerm} purpose={purpose} state={state} />
      )}
    </article>
  )
}

type AskingProps = {
  contracts: ContractKind[]
  /** Whether one of them has a term in years. */
  hasTerm: boolean
  purpose: string
  state: FormState | undefined
}

function Asking({ contracts, hasTerm, purpose, state }: AskingProps) {
  return (
    <>
      <p>{m.talent_person_ask_text()}</p>
      <Form state={state}>
        <Choices
          name="contract"
          type="radio"
          label={m.talent_contact_contract()}
          hint={m.talent_contact_contract_hint()}
          options={contracts.map((value) => ({ value, label: contractWords[value]() }))}
        />
        {hasTerm && (
          <TextField
            name="years"
            label={m.talent_contact_years()}
            hint={m.talent_contact_years_hint()}
            inputMode="numeric"
            short
          />
        )}
        <Choices
          name="secret"
          type="radio"
          label={m.talent_contact_secret()}
          options={[
            { value: 'no', label: m.talent_contact_secret_no() },
            { value: 'yes', label: m.talent_contact_secret_yes() },
          ]}
        />
        <TextField
          name="purpose"
          label={m.talent_search_purpose()}
          hint={m.talent_contact_purpose_hint({ least: purposeLength.least })}
          value={purpose}
          maxLength={purposeLength.most}
        />
        <TextArea
          name="message"
          label={m.talent_contact_message()}
          hint={m.talent_contact_message_hint({ least: messageLength.least })}
          maxLength={messageLength.most}
        />
        <SubmitButton>{m.talent_contact_send()}</SubmitButton>
      </Form>
    </>
  )
}
