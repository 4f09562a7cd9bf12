import type { TextPart } from './draft.ts'
import type { DraftSettings } from './draft-settings.ts'

/** A part as somebody typed it, saved or not. */
export type Typed = { part: TextPart; value: string } | { part: 'settings'; value: DraftSettings }
