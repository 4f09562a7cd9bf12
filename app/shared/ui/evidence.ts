import { m } from '#app/shared/i18n/messages.ts'

const names: Record<string, () => string> = {
  'supervised-test': m.shared_evidence_supervised_test,
  'supervised-lab': m.shared_evidence_supervised_lab,
  'verified-certificate': m.shared_evidence_certificate,
  'unsupervised-test': m.shared_evidence_test,
  'unsupervised-lab': m.shared_evidence_lab,
  attestation: m.shared_evidence_attestation,
  'completed-module': m.shared_evidence_module,
  'own-claim': m.shared_evidence_claim,
}

/** A kind of evidence in words; a diagnostic one says so. */
export function evidenceName(kind: string, diagnostic: boolean): string {
  const name = names[kind]?.() ?? kind
  return diagnostic ? m.shared_evidence_diagnostic({ name }) : name
}
