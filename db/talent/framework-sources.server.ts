import { read } from '#db/client.server.ts'
import { asc } from '#db/dialect/index.ts'
import { frameworkSources } from './tables.server.ts'

/** The published sources that the skills map to, as content/frameworks gave them. */
export async function listFrameworkSources() {
  const rows = await read()
    .select({ content: frameworkSources.content })
    .from(frameworkSources)
    .orderBy(asc(frameworkSources.id))
  return rows.map(({ content }) => content)
}
