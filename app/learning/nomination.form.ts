import { z } from 'zod'
import { endOfDay } from '#app/shared/domain/zoned-time.ts'
import { m } from '#app/shared/i18n/messages.ts'

/** Two years, ms: a deadline beyond is a slip of the year. */
const furthest = 2 * 366 * 24 * 60 * 60 * 1000

/** How many can be nominated at once: as many as a page shows, and some more. */
export const mostChosen = 500

const chosen = z
  .array(z.string())
  .min(1, { error: () => m.learning_nominate_none_chosen() })
  .max(mostChosen)

/** People chosen for a course, and by when they are to complete it; an empty deadline is none. */
export function nominationForm(timeZone: string, now: number) {
  return z.object({
    person: chosen,
    due: z.string().transform((text, context) => {
      if (text.trim() === '') return null
      const at = endOfDay(text.trim(), timeZone)
      if (at !== undefined && at >= now && at - now <= furthest) return at
      const message =
        at === undefined
          ? m.learning_nominate_due_wrong()
          : at < now
            ? m.learning_nominate_due_past()
            : m.learning_nominate_due_far()
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }),
  })
}

/** People whose nomination is taken back; `sure` when that was asked once more. */
export const nominationWithdrawalForm = z.object({ person: chosen, sure: z.string().optional() })
