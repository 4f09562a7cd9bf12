import type { Differences } from '#app/authoring/domain/differences.ts'
import { draftParts } from '#app/authoring/domain/draft.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { DiffView } from './diff-view.tsx'
import { partWords } from './words.ts'

const languages = { zh: 'zh-CN', en: 'en', quiz: undefined, settings: undefined } as const

/** All four parts, before and after. Whole texts are read below `page`. */
export function DifferencesView({ differences, page }: { differences: Differences; page: string }) {
  const { number } = differences
  const caption =
    number === undefined
      ? m.authoring_diff_new()
      : m.authoring_diff_caption({ number: String(number) })
  return (
    <>
      {draftParts.map((part) => (
        <section key={part}>
          <h3>{partWords[part]()}</h3>
          <DiffView
            {...differences[part]}
            caption={caption}
            lang={languages[part]}
            texts={`${page}/text/${part}`}
          />
        </section>
      ))}
    </>
  )
}
