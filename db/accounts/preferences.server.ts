import type { Locale } from '#app/shared/domain/text.ts'
import { perform } from '#db/audit/perform.server.ts'
import { eq } from '#db/dialect/index.ts'
import { people } from '#db/organisation/tables.server.ts'

/** How a person wants pages: kept for them on every device. */
export type Preference = { locale?: Locale; largeText?: boolean; timeZone?: string }

export async function choosePreference(personId: string, preference: Preference): Promise<void> {
  await perform(
    { actorId: personId, action: 'preference.chosen', subjectId: personId },
    async ({ tx, note }) => {
      await tx.update(people).set(preference).where(eq(people.id, personId))
      note(preference)
    },
  )
}
