import { redirect } from '@remix-run/node'
import { attemptPath, labPath } from '#app/labs/domain/address.ts'
import { type AnswersDraft, readAnswers, verdictField } from '#app/labs/domain/answers-draft.ts'
import type { AnswersLabAtVersion } from '#app/labs/lab-at-version.server.ts'
import {
  currentDraw,
  type Drawn,
  openSamples,
  submitAnswers,
} from '#app/labs/work-answers.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { fieldsOf, invalid } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { listLabAttempts } from '#db/labs/queries.server.ts'
import { type SavedDraft, saveLabDraft } from '#db/labs/save-draft.server.ts'

type Given = { personId: string; lab: AnswersLabAtVersion; form: FormData; key: string }

/** What a form of the answers workspace says, if it is about the samples of `drawn`. */
function readForm(form: FormData, lab: AnswersLabAtVersion, drawn: Drawn) {
  const fields = fieldsOf(form)
  const first = (name: string) => fields[name]?.[0] ?? ''
  const draw = Number(first('draw'))
  const basedOn = Number(first('basedOn'))
  const current = draw === drawn.draw && first('version') === lab.versionId
  const ids = drawn.samples.map(({ id }) => id)
  return {
    current,
    draw,
    intent: first('intent'),
    hints: Math.trunc(Number(first('hints'))) || 0,
    basedOn: Number.isSafeInteger(basedOn) ? basedOn : undefined,
    answers: readAnswers(ids, fields),
  }
}

/** Where to go from a form about samples that are not the person's any more. */
async function placeOfStale(personId: string, labId: string, draw: number): Promise<string> {
  const attempts = await listLabAttempts(personId, labId)
  const done = attempts.find(({ report }) => report.runtime === 'answers' && report.draw === draw)
  return done
    ? withDone(attemptPath(labId, done.id), 'already')
    : `${withDone(labPath(labId), 'changed')}#main`
}

/** Saves the form's answers as a draft of the current draw; undefined when it is about another. */
export async function saveAnswers({
  personId,
  lab,
  form,
}: Omit<Given, 'key'>): Promise<SavedDraft | undefined> {
  const drawn = await currentDraw(personId, lab)
  const { current, basedOn, answers } = readForm(form, lab, drawn)
  if (!current) return
  const draft: AnswersDraft = { versionId: lab.versionId, draw: drawn.draw, answers }
  return saveLabDraft({ personId, labId: lab.id, content: JSON.stringify(draft), basedOn })
}

/**
 * One press of a button in the answers workspace. The answers are saved first; a form that cannot
 * be graded yet is shown again with what is missing, everything else is a redirect.
 */
export async function actOnAnswers({ personId, lab, form, key }: Given) {
  const drawn = await currentDraw(personId, lab)
  const { current, draw, intent, hints, basedOn, answers } = readForm(form, lab, drawn)
  if (!current) throw redirect(await placeOfStale(personId, lab.id, draw))
  const draft: AnswersDraft = { versionId: lab.versionId, draw, answers }
  const content = JSON.stringify(draft)
  const hintsShown = intent === 'hint' ? Math.min(hints + 1, lab.manifest.hints.length) : 0
  const saved = await saveLabDraft({ personId, labId: lab.id, content, basedOn, hintsShown })
  const path = labPath(lab.id)
  if (intent === 'hint') throw redirect(`${path}#hints`)
  if (intent !== 'submit') {
    throw redirect(
      saved.replaced ? `${withDone(path, 'replaced')}#main` : `${withDone(path, 'saved')}#draft`,
    )
  }
  const open = openSamples(drawn.samples, answers)
  if (open.length > 0) {
    const place = (id: string) => drawn.samples.findIndex((sample) => sample.id === id) + 1
    return invalid(
      Object.fromEntries(
        open.map((id) => [verdictField(id), m.labs_verdict_needed({ number: place(id) })]),
      ),
      form,
    )
  }
  const submitted = await submitAnswers({ personId, key, lab, drawn, answers })
  if (!submitted.ok && submitted.error !== 'stale') throw new Response(null, { status: 400 })
  if (!submitted.ok) throw redirect(await placeOfStale(personId, lab.id, draw))
  const { id, completed } = submitted.value
  const result = attemptPath(lab.id, id)
  throw redirect(completed.length > 0 ? withDone(result, 'completed') : result)
}
