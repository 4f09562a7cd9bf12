import { inPageLanguage } from '#app/talent/place-names.server.ts'
import type { Place } from '#db/organisation/regions.server.ts'

/** A place in the language of the page, from the province down, and the language that it is in then. */
export function sayPlace({ line }: Place): { text: string; lang: 'zh-CN' | undefined } {
  const text = line.map((part) => inPageLanguage(part).name).join(' · ')
  return { text, lang: /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined }
}
