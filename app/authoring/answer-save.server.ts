import { notFound } from '#app/accounts/guard.server.ts'
import { type By, partHash } from '#db/authoring/commands.server.ts'
import { listNameable } from '#db/authoring/published.server.ts'
import { type Draft, findDraftAgain } from '#db/authoring/queries.server.ts'
import { type DraftPart, isDraftPart } from './domain/draft.ts'
import type { Typed } from './domain/typed.ts'
import { saveTyped, storedPart, typedIn, withTyped } from './save-part.server.ts'
import { settingsText } from './settings-text.server.ts'
import { viewPart } from './view-draft.server.ts'

/** A part as text, for reading and comparing. */
async function asText({ part, value }: Typed, course: string): Promise<string> {
  return part === 'settings' ? settingsText(value, await listNameable(course)) : value
}

async function preview({ actorId }: By, draft: Draft, typed: Typed, form: FormData) {
  const options = await listNameable(draft.course)
  const view = await viewPart(withTyped(draft, typed), options, typed.part, actorId)
  const base = String(form.get('base') ?? '')
  return { kind: 'preview' as const, typed, view, base, revision: Number(form.get('revision')) }
}

async function conflict(draft: Draft, typed: Typed) {
  const now = (await findDraftAgain(draft.id)) ?? draft
  const stored = storedPart(now, typed.part)
  return {
    kind: 'conflict' as const,
    status: 409,
    typed,
    revision: now.revision,
    base: partHash(stored.value),
    storedText: await asText(stored, draft.course),
    typedText: await asText(typed, draft.course),
  }
}

/**
 * What a sent editor form is answered with. Whatever happens to it, the text that was typed is either
 * saved or in the answer.
 */
export async function answerSave(by: By, draft: Draft, form: FormData) {
  const part = form.get('part')
  if (!isDraftPart(part)) throw notFound()
  const typed = typedIn(form, part, draft)
  if (form.get('intent') === 'preview') return preview(by, draft, typed, form)
  const saved = await saveTyped(by, draft, typed, form)
  if (saved.ok) return { kind: 'saved' as const, part: part satisfies DraftPart }
  if (saved.error === 'conflict') return conflict(draft, typed)
  const typedText = await asText(typed, draft.course)
  const status = saved.error === 'locked' ? 409 : 413
  return { kind: saved.error, status, typed, typedText }
}
