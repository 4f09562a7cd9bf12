import { m } from '#app/shared/i18n/messages.ts'

/** The title of a page about a lesson: what one does there, the lesson, the product. */
export function pageTitle(what: string, lesson: string | undefined): string {
  return [what, lesson, m.shared_product()].filter(Boolean).join(' · ')
}
