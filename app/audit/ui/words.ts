import type { faultKinds } from '#app/audit/domain/chain.ts'
import { m } from '#app/shared/i18n/messages.ts'

/** What each kind of fault means, for the auditor. */
export const faultWords = {
  changed: m.audit_fault_changed,
  unlinked: m.audit_fault_unlinked,
  missing: m.audit_fault_missing,
  'cut-off': m.audit_fault_cut_off,
  'head-mismatch': m.audit_fault_head_mismatch,
  'bad-signature': m.audit_fault_bad_signature,
  'head-order': m.audit_fault_head_order,
  unsigned: m.audit_fault_unsigned,
} satisfies Record<(typeof faultKinds)[number], () => string>
