import type { LessonPreview as Preview, PreviewPart } from '#app/authoring/domain/part-view.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { LessonHtml } from '#app/shared/ui/lesson-html.tsx'

/** The lesson as learners get it; what stands at its places is named on a card. */
export function LessonPreview({ lesson, nonce }: { lesson: Preview; nonce: string }) {
  let count = 0
  return (
    <>
      {lesson.css && (
        <style nonce={nonce} data-live-style="">
          {lesson.css}
        </style>
      )}
      <div lang={lesson.locale}>
        <h2 className="preview-title">{lesson.title}</h2>
        {lesson.summary && <p className="quiet">{lesson.summary}</p>}
      </div>
      {lesson.parts.map((part) => (
        <Stretch key={`${++count}`} part={part} lang={lesson.locale} />
      ))}
    </>
  )
}

function Stretch({ part, lang }: { part: PreviewPart; lang: string }) {
  if (part.kind === 'html') {
    return (
      <div lang={lang}>
        <LessonHtml html={part.html} />
      </div>
    )
  }
  if (part.kind === 'quiz') {
    return (
      <div className="place">
        <b>{m.authoring_place_quiz()}</b> <code>{part.id}</code>{' '}
        {part.questions === undefined
          ? m.authoring_place_quiz_missing()
          : m.authoring_place_questions({ count: String(part.questions) })}
      </div>
    )
  }
  return (
    <div className="place">
      <b>{m.authoring_place_lab()}</b>{' '}
      {part.title ? inLocale(part.title, currentLocale()) : <code>{part.id}</code>}{' '}
      {part.minutes === undefined
        ? m.authoring_place_lab_missing()
        : m.authoring_minutes({ count: String(part.minutes) })}
    </div>
  )
}
