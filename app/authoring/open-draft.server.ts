import { notFound } from '#app/accounts/guard.server.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { type Begun, beginDraft } from '#db/authoring/commands.server.ts'
import {
  findCurrentVersion,
  findVersionSource,
  findWritableCourse,
} from '#db/authoring/published.server.ts'
import { moduleIdOf } from '#db/catalogue/publish.server.ts'
import { contentOf } from './draft-source.server.ts'

/**
 * A draft of a published module, begun from its current version or from `versionId`, an older one; or
 * the draft that is open already. 404 where there is no such version in a course of the reader's.
 */
export async function openDraft(
  reader: Reader,
  key: string,
  { course, module, versionId }: { course: string; module: string; versionId?: string },
): Promise<Begun> {
  const moduleId = moduleIdOf(course, module)
  const [allowed, current] = await Promise.all([
    findWritableCourse(reader, 'lesson.write', course),
    findCurrentVersion(moduleId),
  ])
  const source = versionId ? await findVersionSource(versionId) : current
  if (!allowed || !current || source?.moduleId !== moduleId) throw notFound()
  // An older version's text, but a change to the current one: that is what reviewers compare with.
  const about = { course, moduleSlug: module, baseVersionId: current.id }
  return beginDraft({ actorId: reader.personId, key }, { ...contentOf(source), ...about })
}
