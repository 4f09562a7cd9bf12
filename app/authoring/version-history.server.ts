import type { Reader } from '#db/accounts/sessions.server.ts'
import { countLearners, listVersions } from '#db/authoring/published.server.ts'
import type { AuthoringPermission } from '#db/authoring/scope.server.ts'
import type { ShownVersion } from './domain/shown-version.ts'
import { namesInReach } from './names.server.ts'

/** Every version of a module, the newest first: who wrote and who approved it, how many learn from it. */
export async function versionHistory(
  reader: Reader,
  permission: AuthoringPermission,
  moduleId: string,
): Promise<ShownVersion[]> {
  const [versions, learners] = await Promise.all([
    listVersions(moduleId),
    countLearners([moduleId]),
  ])
  const ids = versions.flatMap(({ authorId, reviewerId }) => [authorId, reviewerId])
  const names = await namesInReach(reader, permission, ids)
  const person = (id: string | null) => (id === null ? null : { name: names.get(id) })
  return versions.map(({ authorId, reviewerId, ...version }) => ({
    ...version,
    author: person(authorId),
    reviewer: person(reviewerId),
    learners: learners.find(({ number }) => number === version.number)?.learners ?? 0,
  }))
}
