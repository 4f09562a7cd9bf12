import { presentSample } from '#app/labs/domain/answers.ts'
import { draftOf } from '#app/labs/domain/answers-draft.ts'
import type { RunProblem } from '#app/labs/domain/problem.ts'
import type { Table } from '#app/labs/domain/run.ts'
import {
  type AnswersLabAtVersion,
  isAnswersLab,
  isSqlLab,
  type SqlLabAtVersion,
} from '#app/labs/lab-at-version.server.ts'
import { publicTablesOf } from '#app/labs/public-tables.server.ts'
import { deviceDraftName } from '#app/labs/seeds.server.ts'
import { currentDraw } from '#app/labs/work-answers.server.ts'
import { keys } from '#app/runtime.server.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import type { LabAtVersion } from '#db/labs/queries.server.ts'

type Draft = { content: string; savedAt: number } | null

/** Rows of each table that its browser shows. */
const firstRows = 8

export type ShownTable = Table & { name: string; note: string; schema: string; total: number }

async function sqlWorkspace(personId: string, lab: SqlLabAtVersion, draft: Draft) {
  const made = await publicTablesOf(personId, lab)
  const tables = made.ok ? made.value : []
  const problem: RunProblem | undefined = made.ok ? undefined : made.error
  return {
    runtime: 'sql' as const,
    // An editor that was emptied begins anew.
    query: draft?.content.trim() ? draft.content : lab.manifest.starter.trimEnd(),
    problem,
    tables: tables.map<ShownTable>(({ note, rows, ...table }) => {
      return { ...table, note: inLocale(note, currentLocale()), rows: rows.slice(0, firstRows) }
    }),
  }
}
export type SqlWork = Awaited<ReturnType<typeof sqlWorkspace>>

async function answersWorkspace(personId: string, lab: AnswersLabAtVersion, draft: Draft) {
  const locale = currentLocale()
  const { versionId, manifest } = lab
  const { draw, seed, samples } = await currentDraw(personId, lab)
  const kept = draftOf(draft?.content, { versionId, draw })
  return {
    runtime: 'answers' as const,
    versionId,
    draw,
    kept: kept !== undefined,
    pass: manifest.pass,
    evidenceAtLeast: manifest.evidenceAtLeast,
    mistakesAtMost: manifest.mistakesAtMost,
    verdicts: manifest.verdicts.map(({ id, text }) => ({ id, text: inLocale(text, locale) })),
    samples: samples.map((sample) => presentSample(sample, seed, locale)),
    answers: kept?.answers ?? {},
  }
}
export type AnswersWork = Awaited<ReturnType<typeof answersWorkspace>>

/** What the reader works on at this lab, with the name under which a browser keeps a copy. */
export async function presentWorkspace(personId: string, lab: LabAtVersion, draft: Draft) {
  const device = deviceDraftName(keys().seed, personId, lab.id)
  if (isSqlLab(lab)) return { device, work: await sqlWorkspace(personId, lab, draft) }
  if (isAnswersLab(lab)) return { device, work: await answersWorkspace(personId, lab, draft) }
  throw new Error(`lab ${lab.id} has a runtime without a workspace`)
}
