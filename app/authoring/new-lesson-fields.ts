import { z } from 'zod'
import { m } from '#app/shared/i18n/messages.ts'
import { isAddressName } from './domain/draft.ts'

const title = () =>
  z
    .string()
    .trim()
    .max(120, { error: () => m.authoring_title_long() })

/**
 * The form that a new lesson is begun with. The name in its address is for good, so what cannot stand
 * there is said instead of being changed; without one, the English title gives it.
 */
export const newLessonFields = z.object({
  course: z.string(),
  titleZh: title().min(1, { error: () => m.authoring_title_needed() }),
  titleEn: title(),
  name: z
    .string()
    .trim()
    .refine((typed) => typed === '' || isAddressName(typed), {
      error: () => m.authoring_name_signs(),
    }),
})
