import { env } from '#app/env.server.ts'
import { log } from '#app/log.server.ts'
import { eraseWhoLeft } from '#app/organisation/erase-person.server.ts'
import { addMonths } from '#app/shared/domain/months.ts'
import { expireAnswers } from '#db/learning/expire-answers.server.ts'
import { expireLooks } from '#db/talent/expire-looks.server.ts'

/**
 * Deletes what the settings say is kept no longer at `at` (UTC ms): answers, who looked at whom, and
 * the identities of those who left. Doing it again changes nothing.
 */
export async function applyRetention(at: number): Promise<void> {
  const { CIVIC_ANSWERS_MONTHS, CIVIC_LOOKS_MONTHS, CIVIC_IDENTITY_MONTHS } = env()
  const gone = {
    ...(await expireAnswers(addMonths(at, -CIVIC_ANSWERS_MONTHS))),
    ...(await expireLooks(addMonths(at, -CIVIC_LOOKS_MONTHS))),
    ...(CIVIC_IDENTITY_MONTHS > 0 && {
      identities: await eraseWhoLeft(addMonths(at, -CIVIC_IDENTITY_MONTHS)),
    }),
  }
  if (Object.values(gone).some((number) => number > 0))
    log.info(gone, 'deleted, as it was kept long enough')
}
