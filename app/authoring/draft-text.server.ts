import { notFound } from '#app/accounts/guard.server.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { listNameable } from '#db/authoring/published.server.ts'
import type { AuthoringPermission } from '#db/authoring/scope.server.ts'
import { compareDraft } from './compare-draft.server.ts'
import { isDraftPart } from './domain/draft.ts'
import { draftAt } from './draft-facts.server.ts'

/** One part of a draft, or of what it is compared with, as plain text: for what is no page's to show. */
export async function draftText(
  reader: Reader,
  permission: AuthoringPermission,
  { id, part, side }: { id?: string; part?: string; side?: string },
): Promise<Response> {
  const draft = await draftAt(reader, permission, id)
  // As on the review's own page: what was never handed in is its authors' alone.
  if (permission === 'lesson.review' && draft.submittedAt === null) throw notFound()
  if (!isDraftPart(part) || (side !== 'before' && side !== 'after')) throw notFound()
  const differences = await compareDraft(draft, await listNameable(draft.course))
  return new Response(differences[part][side], {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
  })
}
