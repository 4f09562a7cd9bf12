import { fail, type Result } from '#app/shared/domain/result.ts'
import { fieldsOf } from '#app/shared/http/form-state.ts'
import {
  type By,
  type PartSave,
  type Saved,
  type SaveFailure,
  savePart,
} from '#db/authoring/commands.server.ts'
import type { Draft } from '#db/authoring/queries.server.ts'
import type { DraftTexts } from './check-draft.server.ts'
import { type DraftPart, maxPartBytes, withLineFeeds } from './domain/draft.ts'
import { settingsFromFields } from './domain/draft-settings.ts'
import type { Typed } from './domain/typed.ts'
import { readerFor } from './read-apart.server.ts'

const columns = { zh: 'lessonZh', en: 'lessonEn', quiz: 'quiz' } as const

/** The part in a submitted form. */
export function typedIn(form: FormData, part: DraftPart, draft: Draft): Typed {
  if (part === 'settings') {
    return { part, value: settingsFromFields(fieldsOf(form), draft.settings) }
  }
  return { part, value: withLineFeeds(String(form.get('text') ?? '')) }
}

/** The draft's texts with what was typed in the place of what is stored. */
export function withTyped(draft: Draft, typed: Typed): DraftTexts {
  const { lessonZh, lessonEn, quiz, settings } = draft
  const texts = { lessonZh, lessonEn, quiz, settings }
  if (typed.part === 'settings') return { ...texts, settings: typed.value }
  return { ...texts, [columns[typed.part]]: typed.value }
}

/** The stored part, as it would have been typed. */
export function storedPart(draft: Draft, part: DraftPart): Typed {
  if (part === 'settings') return { part, value: draft.settings }
  return { part, value: draft[columns[part]] }
}

function isTooLarge({ value }: Typed): boolean {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return Buffer.byteLength(text) > maxPartBytes
}

/** Hashes of the Chinese blocks, where the author says the English was compared with them. */
async function comparedWith(
  { actorId }: By,
  form: FormData,
  draft: Draft,
): Promise<{ translatedFrom?: string[] }> {
  if (form.get('compared') !== 'yes') return {}
  const { lesson } = await readerFor(actorId).lesson(draft.lessonZh)
  return lesson ? { translatedFrom: lesson.blocks.map(({ hash }) => hash) } : {}
}

/** Saves what a form holds, problems and all. Only too much of it is refused ('too-large'). */
export async function saveTyped(
  by: By,
  draft: Draft,
  typed: Typed,
  form: FormData,
): Promise<Result<Saved, SaveFailure | 'too-large'>> {
  if (isTooLarge(typed)) return fail('too-large')
  const save: PartSave = {
    ...typed,
    draftId: draft.id,
    revision: Number(form.get('revision')),
    base: String(form.get('base') ?? ''),
    ...(await comparedWith(by, form, draft)),
  }
  return savePart(by, save)
}
