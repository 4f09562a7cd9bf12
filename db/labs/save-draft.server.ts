import { write } from '#db/client.server.ts'
import { and, eq } from '#db/dialect/index.ts'
import { labDrafts } from './tables.server.ts'

export type DraftToSave = {
  personId: string
  labId: string
  content: string
  /** When the draft was saved that this one was written from; 0 for none, undefined if not known. */
  basedOn?: number
  /** How many hints have been asked for; never goes down. */
  hintsShown?: number
}

/** `replaced`: another window had saved something else meanwhile, which is gone now. */
export type SavedDraft = { savedAt: number; replaced: boolean }

/**
 * Keeps a person's unfinished work at a lab. The newest wins, whichever window it is from. Not a
 * command: it is saved every few seconds while its owner types, and an audit event for each would
 * say nothing.
 */
export async function saveLabDraft(draft: DraftToSave): Promise<SavedDraft> {
  const { personId, labId, content, basedOn, hintsShown = 0 } = draft
  return write(async (tx) => {
    const [kept] = await tx
      .select()
      .from(labDrafts)
      .where(and(eq(labDrafts.personId, personId), eq(labDrafts.labId, labId)))
    const hints = Math.max(hintsShown, kept?.hintsShown ?? 0)
    const same = kept?.content === content
    if (kept && same && hints === kept.hintsShown) return { savedAt: kept.savedAt, replaced: false }
    const savedAt = same && kept ? kept.savedAt : Date.now()
    const row = { content, hintsShown: hints, savedAt }
    await tx
      .insert(labDrafts)
      .values({ personId, labId, ...row })
      .onConflictDoUpdate({ target: [labDrafts.personId, labDrafts.labId], set: row })
    const elsewhere = basedOn !== undefined && kept !== undefined && kept.savedAt !== basedOn
    return { savedAt, replaced: elsewhere && !same }
  })
}
