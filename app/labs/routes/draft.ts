import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { saveAnswers } from '#app/labs/act-on-answers.server.ts'
import { readQueryForm } from '#app/labs/act-on-query.server.ts'
import { longestQuery } from '#app/labs/domain/problem.ts'
import { isAnswersLab, labOf } from '#app/labs/lab-at-version.server.ts'
import { savedWords } from '#app/labs/present-lab.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { saveLabDraft } from '#db/labs/save-draft.server.ts'

/** What the page's script is told: words ready to be shown, in the reader's language. */
export type DraftAnswer = { savedAt: number; words: string; replaced: string | null }

export const loader = guardedLoader('lab.work', () => {
  throw notFound()
})

/** Saves what the reader has typed so far; asked by the page's script alone. */
export const action = guardedAction('lab.work', async ({ reader, params, form }) => {
  const { personId, timeZone } = reader
  const lab = await labOf(params)
  const { query, basedOn } = readQueryForm(form)
  if (query.length > longestQuery) return new Response(null, { status: 422 })
  const saved = isAnswersLab(lab)
    ? await saveAnswers({ personId, lab, form })
    : await saveLabDraft({ personId, labId: lab.id, content: query, basedOn })
  // A draft of samples that were submitted meanwhile: there is nothing to keep it for.
  if (!saved) return new Response(null, { status: 409 })
  const { savedAt, replaced } = saved
  const answer: DraftAnswer = {
    savedAt,
    words: savedWords(savedAt, timeZone),
    replaced: replaced ? m.labs_draft_replaced() : null,
  }
  return Response.json(answer)
})
