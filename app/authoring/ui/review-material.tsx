import type { DraftProblem } from '#app/authoring/domain/draft-problem.ts'
import type { LessonPreview as Preview } from '#app/authoring/domain/part-view.ts'
import type { QuizFile } from '#app/learning/domain/quiz.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { LessonPreview } from './lesson-preview.tsx'
import { QuizPreview } from './quiz-preview.tsx'

type Facts = {
  lessons: { zh: Preview | undefined; en: Preview | undefined }
  quiz: QuizFile | undefined
  problems: DraftProblem[]
}

/** What the lesson will be: both languages side by side, the checks with their answers, open advice. */
export function ReviewMaterial({ facts, nonce }: { facts: Facts; nonce: string }) {
  const { lessons, quiz, problems } = facts
  return (
    <>
      <h2 id="preview">{m.authoring_preview()}</h2>
      <div className="halves">
        <section className="panel scroll" aria-label={m.authoring_part_zh()}>
          {lessons.zh ? (
            <LessonPreview lesson={lessons.zh} nonce={nonce} />
          ) : (
            m.authoring_no_preview()
          )}
        </section>
        <section className="panel scroll" aria-label={m.authoring_part_en()}>
          {lessons.en ? (
            <LessonPreview lesson={lessons.en} nonce={nonce} />
          ) : (
            <p>{m.authoring_no_english()}</p>
          )}
        </section>
      </div>
      <h2 id="quiz">{m.authoring_review_quiz()}</h2>
      {quiz && <QuizPreview quiz={quiz} />}
      {problems.length > 0 && (
        <>
          <h2>{m.authoring_review_problems()}</h2>
          <ul className="results panel">
            {problems.map(({ part, line, column, code, message, severity, excerpt }) => (
              <li
                key={`${part}:${line}:${column}:${code}:${message}`}
                className={severity === 'error' ? 'fail' : 'advice'}
              >
                <div>
                  {message} {excerpt && <code className="excerpt">{excerpt}</code>}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
