import { data, redirect } from '@remix-run/node'
import { labPath } from '#app/labs/domain/address.ts'
import { longestQuery, type RunProblem } from '#app/labs/domain/problem.ts'
import type { SqlSample } from '#app/labs/grade-sql.server.ts'
import type { SqlLabAtVersion } from '#app/labs/lab-at-version.server.ts'
import { submitQuery, tryQuery } from '#app/labs/work-sql.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { type SavedDraft, saveLabDraft } from '#db/labs/save-draft.server.ts'

/** What the workspace is shown again with: the query as sent, and what came of it. */
export type QueryAnswer = {
  query: string
  sample?: SqlSample
  problem?: RunProblem
  /** Another window's text was replaced by this one. */
  replaced: boolean
}

/** Fields of the workspace's form. Browsers send a text area's lines with CR LF. */
export function readQueryForm(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '')
  const basedOn = Number(text('basedOn'))
  return {
    intent: text('intent'),
    query: text('query').replaceAll('\r\n', '\n'),
    basedOn: Number.isSafeInteger(basedOn) ? basedOn : undefined,
    hints: Math.trunc(Number(text('hints'))) || 0,
  }
}

type Given = {
  personId: string
  lab: SqlLabAtVersion
  form: FormData
  key: string
  /** The submission whose result the page shows. */
  shown: string | null
}

/** The lab's page with one submission's result. */
const withAttempt = (path: string, id: string) => `${path}?attempt=${encodeURIComponent(id)}`

function answer(query: string, saved: SavedDraft | undefined, more: Partial<QueryAnswer>) {
  const { problem } = more
  const typed = problem === 'empty' || problem === 'too-long'
  const status = typed ? 422 : problem ? 503 : 200
  return data<QueryAnswer>({ query, replaced: saved?.replaced ?? false, ...more }, { status })
}

/**
 * One press of a button in the SQL workspace. The query is saved first, whatever the button: a hint
 * and a submission answer by a redirect, a run by the page with its rows.
 */
export async function actOnQuery({ personId, lab, form, key, shown }: Given) {
  const { intent, query, basedOn, hints } = readQueryForm(form)
  if (query.length > longestQuery) return answer(query, undefined, { problem: 'too-long' })
  const draft = { personId, labId: lab.id, content: query, basedOn }
  const hintsShown = intent === 'hint' ? Math.min(hints + 1, lab.manifest.hints.length) : 0
  const saved = await saveLabDraft({ ...draft, hintsShown })
  const path = labPath(lab.id)
  if (intent === 'hint') throw redirect(`${shown ? withAttempt(path, shown) : path}#hints`)
  if (intent !== 'submit') {
    const ran = await tryQuery({ personId, lab, query })
    return answer(query, saved, ran.ok ? { sample: ran.value } : { problem: ran.error })
  }
  const submitted = await submitQuery({ personId, key, lab, query })
  if (!submitted.ok) return answer(query, saved, { problem: submitted.error })
  const { id, completed } = submitted.value
  const result = withAttempt(path, id)
  throw redirect(`${completed.length > 0 ? withDone(result, 'completed') : result}#results`)
}
