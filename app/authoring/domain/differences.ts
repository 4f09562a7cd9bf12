import type { DraftPart } from './draft.ts'

/** Each part of a draft, before (published) and after (drafted). */
export type Differences = Record<DraftPart, { before: string; after: string }> & {
  /** The version it is compared with; undefined for a lesson that was never published. */
  versionId: string | undefined
  number: number | undefined
}
