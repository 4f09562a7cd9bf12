import type { PartView } from '#app/learning/domain/lesson-view.ts'
import { type Bilingual, isUntranslated, type Locale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { LessonHtml } from '#app/shared/ui/lesson-html.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import { Check, type SentAnswer } from './check.tsx'

type Sent = SentAnswer | undefined

type Props = {
  parts: PartView[]
  /** The language the lesson is written in, which may not be the reader's. */
  locale: Locale
  objectives: Bilingual[]
  timeZone: string
  sent: Sent
}

function LabPlace({ part }: { part: PartView & { kind: 'lab' } }) {
  const { href, title, minutes, passed } = part
  return (
    <section className="check" id={`lab-${part.id}`} aria-label={m.learning_lab()}>
      <p className="quiet">{m.learning_lab_about({ minutes })}</p>
      <h3>{title}</h3>
      <p>
        {passed ? (
          <>
            <span className="tag good">{m.learning_lab_passed()}</span>{' '}
            <a href={href}>{m.learning_lab_open()}</a>
          </>
        ) : (
          <a className="button" href={href}>
            {m.learning_lab_begin()}
          </a>
        )}
      </p>
    </section>
  )
}

function Part({ part, timeZone, sent }: { part: PartView; timeZone: string; sent: Sent }) {
  if (part.kind === 'html') return <LessonHtml html={part.html} />
  if (part.kind === 'lab') return <LabPlace part={part} />
  return (
    <div id={`quiz-${part.id}`}>
      {part.questions.map((view) => (
        <Check key={view.questionId} view={view} timeZone={timeZone} sent={sent} />
      ))}
    </div>
  )
}

/** A lesson in its own language: objectives, then text, checks and labs as they come. */
export function LessonBody({ parts, locale, objectives, timeZone, sent }: Props) {
  const foreign = locale !== currentLocale()
  return (
    <>
      {foreign && <Notice>{m.learning_chinese_only()}</Notice>}
      <section className="objectives">
        <h2>{m.learning_objectives()}</h2>
        <ul>
          {objectives.map((objective) => (
            <li
              key={objective['zh-CN']}
              lang={isUntranslated(objective) && currentLocale() === 'en' ? 'zh-CN' : undefined}
            >
              {objective[currentLocale()]}
            </li>
          ))}
        </ul>
      </section>
      <div lang={foreign ? locale : undefined}>
        {parts.map((part, index) => {
          const key = part.kind === 'html' ? `html-${index}` : `${part.kind}-${part.id}`
          return <Part key={key} part={part} timeZone={timeZone} sent={sent} />
        })}
      </div>
    </>
  )
}
