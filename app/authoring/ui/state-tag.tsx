import type { DraftState } from '#app/authoring/domain/draft.ts'
import { stateWords } from './words.ts'

const colours: Record<DraftState, string> = {
  writing: 'tag',
  'in-review': 'tag',
  'changes-requested': 'tag warn',
  published: 'tag good',
  discarded: 'tag',
}

/** Where a draft stands, as a small label. */
export function StateTag({ state }: { state: DraftState }) {
  return <span className={colours[state]}>{stateWords[state]()}</span>
}
