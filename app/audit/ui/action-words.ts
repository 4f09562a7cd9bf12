import type { ActionGroup, AuditAction } from '#app/audit/domain/actions.ts'
import { m } from '#app/shared/i18n/messages.ts'

/** What was done, as an auditor calls it. */
export const actionWords = {
  'session.started': m.audit_did_session_started,
  'session.ended': m.audit_did_session_ended,
  'password.set': m.audit_did_password_set,
  'password.changed': m.audit_did_password_changed,
  'second-factor.proposed': m.audit_did_second_factor_proposed,
  'second-factor.confirmed': m.audit_did_second_factor_confirmed,
  'second-factor.used': m.audit_did_second_factor_used,
  'second-factor.removed': m.audit_did_second_factor_removed,
  'recovery-code.used': m.audit_did_recovery_code_used,
  'link.issued': m.audit_did_link_issued,
  'reset.requested': m.audit_did_reset_requested,
  'reset.mailed': m.audit_did_reset_mailed,
  'preference.chosen': m.audit_did_preference_chosen,
  'person.added': m.audit_did_person_added,
  'person.edited': m.audit_did_person_edited,
  'person.left': m.audit_did_person_left,
  'person.returned': m.audit_did_person_returned,
  'person.erased': m.audit_did_person_erased,
  'roster.imported': m.audit_did_roster_imported,
  'role.granted': m.audit_did_role_granted,
  'role.revoked': m.audit_did_role_revoked,
  'organisation.added': m.audit_did_organisation_added,
  'organisation.edited': m.audit_did_organisation_edited,
  'organisation.retired': m.audit_did_organisation_retired,
  'report.downloaded': m.audit_did_report_downloaded,
  'module.opened': m.audit_did_module_opened,
  'module.moved': m.audit_did_module_moved,
  'check.answered': m.audit_did_check_answered,
  'lab.submitted': m.audit_did_lab_submitted,
  'attempt.started': m.audit_did_attempt_started,
  'response.given': m.audit_did_response_given,
  'attempt.finished': m.audit_did_attempt_finished,
  'person-skills.faded': m.audit_did_person_skills_faded,
  'skill.attested': m.audit_did_skill_attested,
  'skill.attestation-withdrawn': m.audit_did_skill_attestation_withdrawn,
  'registry.consented': m.audit_did_registry_consented,
  'registry.left': m.audit_did_registry_left,
  'registry.searched': m.audit_did_registry_searched,
  'registry-entry.viewed': m.audit_did_registry_entry_viewed,
  'contact.requested': m.audit_did_contact_requested,
  'contact.withdrawn': m.audit_did_contact_withdrawn,
  'contact.answer-read': m.audit_did_contact_answer_read,
  'contact.answered': m.audit_did_contact_answered,
  'contact.answered-for-unit': m.audit_did_contact_answered_for_unit,
  'contact.identified': m.audit_did_contact_identified,
  'contact.opened-for-unit': m.audit_did_contact_opened_for_unit,
  'white-hat-pool.searched': m.audit_did_white_hat_pool_searched,
  'white-hat-pool.rebuilt': m.audit_did_white_hat_pool_rebuilt,
  'lesson.begun': m.audit_did_lesson_begun,
  'draft.begun': m.audit_did_draft_begun,
  'draft.saved': m.audit_did_draft_saved,
  'picture.added': m.audit_did_picture_added,
  'picture.removed': m.audit_did_picture_removed,
  'draft.submitted': m.audit_did_draft_submitted,
  'draft.withdrawn': m.audit_did_draft_withdrawn,
  'draft.rebased': m.audit_did_draft_rebased,
  'draft.returned': m.audit_did_draft_returned,
  'draft.approved': m.audit_did_draft_approved,
  'draft.discarded': m.audit_did_draft_discarded,
  'content.checked': m.audit_did_content_checked,
  'content.published': m.audit_did_content_published,
  'demonstration.planted': m.audit_did_demonstration_planted,
  'demonstration.activated': m.audit_did_demonstration_activated,
  'demonstration.granted': m.audit_did_demonstration_granted,
  'demonstration.attested': m.audit_did_demonstration_attested,
} satisfies Record<AuditAction, () => string>

/** The groups of the filter. */
export const groupWords = {
  accounts: m.audit_group_accounts,
  people: m.audit_group_people,
  learning: m.audit_group_learning,
  talent: m.audit_group_talent,
  content: m.audit_group_content,
  demonstration: m.audit_group_demonstration,
} satisfies Record<ActionGroup, () => string>

const words: Record<string, (() => string) | undefined> = actionWords

/** The words for a stored action; its own name for one that today's commands do not know. */
export function sayAction(action: string): string {
  return words[action]?.() ?? action
}
