import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { ErasureScope } from './erasure-scope.tsx'

type Props = {
  personId: string
  /** The audit event's number; its time with the zone; whether the vault has yet to do it. */
  receipt: { number: number; time: string; zone: string; waits: boolean }
}

/** That an identity was erased: to print, and to open again. It names nobody. */
export function ErasureReceipt({ personId, receipt }: Props) {
  const { number, time, zone, waits } = receipt
  return (
    <article className="proof">
      <p className="crumbs no-print">
        <a href="/staff">{m.shared_menu_staff()}</a> /{' '}
        <a href={`/staff/${personId}`}>{m.organisation_erased()}</a>
      </p>
      <h1>{m.organisation_receipt_title()}</h1>
      {waits && <Notice kind="warn">{m.organisation_receipt_waits()}</Notice>}
      <dl className="summary">
        <dt>{m.organisation_receipt_person()}</dt>
        <dd>{personId}</dd>
        <dt>{m.organisation_receipt_time()}</dt>
        <dd>{m.organisation_receipt_time_in({ time, zone })}</dd>
        <dt>{m.organisation_receipt_event()}</dt>
        <dd>{number}</dd>
      </dl>
      <ErasureScope goes={m.organisation_receipt_erased()} />
      <p className="quiet no-print">{m.organisation_receipt_print()}</p>
    </article>
  )
}
