import type { Locale } from '#app/shared/domain/text.ts'
import { read } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { organisations } from './tables.server.ts'

/** An organisation's name in the reader's language; '' when there is none of that id. */
export async function findOrganisationName(id: string, locale: Locale): Promise<string> {
  const [row] = await read()
    .select({ 'zh-CN': organisations.nameZh, en: organisations.nameEn })
    .from(organisations)
    .where(eq(organisations.id, id))
  return row?.[locale] ?? ''
}
