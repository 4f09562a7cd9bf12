/** What can wait for someone: an answer, news that a name is seen, a unit's answer, news of one, a review, a draft, a link, an account. */
export type WaitingKind =
  | 'contact'
  | 'named'
  | 'unit-consent'
  | 'answered'
  | 'review'
  | 'draft'
  | 'link'
  | 'invited'
