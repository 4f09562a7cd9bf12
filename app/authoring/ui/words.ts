import type { ExplainedQuestion } from '#app/assessment/domain/question.ts'
import type { DraftPart, DraftState } from '#app/authoring/domain/draft.ts'
import { m } from '#app/shared/i18n/messages.ts'

/** Where a draft stands. */
export const stateWords = {
  writing: m.authoring_state_writing,
  'in-review': m.authoring_state_in_review,
  'changes-requested': m.authoring_state_changes_requested,
  published: m.authoring_state_published,
  discarded: m.authoring_state_discarded,
} satisfies Record<DraftState, () => string>

/** The parts of a draft, as their tabs are called. */
export const partWords = {
  zh: m.authoring_part_zh,
  en: m.authoring_part_en,
  quiz: m.authoring_part_quiz,
  settings: m.authoring_part_settings,
} satisfies Record<DraftPart, () => string>

/** The types of questions of a check. */
export const questionTypeWords = {
  single: m.authoring_type_single,
  multiple: m.authoring_type_multiple,
  order: m.authoring_type_order,
  match: m.authoring_type_match,
  number: m.authoring_type_number,
  short: m.authoring_type_short,
} satisfies Record<ExplainedQuestion['type'], () => string>
