/** Where a draft stands. A published one stays as the record of who wrote and who approved. */
export const draftStates = [
  'writing',
  'in-review',
  'changes-requested',
  'published',
  'discarded',
] as const
export type DraftState = (typeof draftStates)[number]
