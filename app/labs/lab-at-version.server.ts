import { LRUCache } from 'lru-cache'
import { parse } from 'yaml'
import { notFound } from '#app/accounts/guard.server.ts'
import {
  type AnswersLab,
  type Sample,
  type SqlLab,
  samplesFile,
} from '#app/labs/domain/manifest.ts'
import type { SqlLabFiles } from '#app/labs/prepare-cases.server.ts'
import { findLab, type LabAtVersion } from '#db/labs/queries.server.ts'

export type SqlLabAtVersion = LabAtVersion & { manifest: SqlLab }
export type AnswersLabAtVersion = LabAtVersion & { manifest: AnswersLab }

/** The lab that an address names, in `versionId` or as it is now. Throws 404. */
export async function labOf(
  params: Record<string, string | undefined>,
  versionId?: string,
): Promise<LabAtVersion> {
  const lab = await findLab(`${params.course}/${params.lab}`, versionId)
  if (!lab) throw notFound()
  return lab
}

export function isSqlLab(lab: LabAtVersion): lab is SqlLabAtVersion {
  return lab.manifest.runtime === 'sql'
}

export function isAnswersLab(lab: LabAtVersion): lab is AnswersLabAtVersion {
  return lab.manifest.runtime === 'answers'
}

/** What grading needs of a query lab's files. */
export function sqlTexts({ manifest, files }: SqlLabAtVersion): SqlLabFiles {
  return { data: files[manifest.data] ?? '', accepted: files[manifest.accepted] ?? '' }
}

// A version never changes, and its YAML takes longer to read than all else on the page.
const parsed = new LRUCache<string, Sample[]>({ max: 100 })

/** All samples of an answers lab, verdicts and reasons included: never sent as they are. */
export function samplesOf({ versionId, manifest, files }: AnswersLabAtVersion): Sample[] {
  const kept = parsed.get(versionId)
  if (kept) return kept
  const { samples } = samplesFile.parse(parse(files[manifest.samples] ?? ''))
  parsed.set(versionId, samples)
  return samples
}
