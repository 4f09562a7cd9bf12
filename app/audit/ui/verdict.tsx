import type { Verdict } from '#app/audit/domain/verify.ts'
import { formatNumber } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { faultWords } from './words.ts'

const shown = 50

/** What an examination of the trail found. */
export function VerdictNotice({ verdict }: { verdict: Verdict }) {
  const { rows, signedUpTo, faults } = verdict
  if (faults.length === 0) {
    return (
      <Notice kind="done">
        <p>{m.audit_whole({ rows: formatNumber(rows) })}</p>
        <p>
          {signedUpTo === null
            ? m.audit_not_signed()
            : m.audit_signed_up_to({ sequence: String(signedUpTo) })}
        </p>
      </Notice>
    )
  }
  return (
    <Notice kind="warn">
      <p>{m.audit_not_whole({ count: formatNumber(faults.length) })}</p>
      <ul>
        {faults.slice(0, shown).map(({ kind, sequence }) => (
          <li key={`${kind} ${sequence}`}>
            {m.audit_fault_at({ sequence: String(sequence) })}
            {faultWords[kind]()}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
