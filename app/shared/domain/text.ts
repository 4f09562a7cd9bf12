import { z } from 'zod'

/** The two languages of the product. The first one leads; the second may be missing until written. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** Text in both languages: used where both must exist (names, questions, frameworks). */
export const bilingual = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })
export type Bilingual = z.infer<typeof bilingual>

/**
 * Text of a lesson, whose English may be left out until it is written: the Chinese stands for it, here
 * and on every page, as a Chinese lesson does for one that is not translated.
 */
export const chineseFirst = z
  .strictObject({ 'zh-CN': z.string().min(1), en: z.string().optional() })
  .transform((text): Bilingual => ({ 'zh-CN': text['zh-CN'], en: text.en || text['zh-CN'] }))

/** Whether the Chinese stands where the English would be; numbers and Latin words are both. */
export function isUntranslated(text: Bilingual): boolean {
  return text.en === text['zh-CN'] && /\p{Script=Han}/u.test(text.en)
}

/** A stable identifier in content: lower-case words joined by hyphens, at most 64 characters. */
export const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens')

/** The text of `value` in `locale`. */
export function inLocale(value: Bilingual, locale: Locale): string {
  return value[locale]
}
