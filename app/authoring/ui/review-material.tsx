import type { Differences } from '#app/authoring/domain/differences.ts'
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
  differences: Differences
}

/** What the lesson will be: both languages side by side, the checks with their answers, open advice. */
export function ReviewMaterial({ facts, nonce }: { facts: Facts; nonce: string }) {
  const { lessons, quiz, problems, differences } = facts
  // Of a change the differences are read first; the whole would bury the decision under them.
  const isNew = differences.number === undefined
  return (
    <>
      <h2 id="preview">{m.authoring_preview()}</h2>
      <div className="halves">
        <details className="panel" open={isNew}>
          <summary>{m.authoring_part_zh()}</summary>
          {lessons.zh ? (
            <LessonPreview lesson={lessons.zh} nonce={nonce} />
          ) : (
            <p>{m.authoring_no_preview()}</p>
          )}
        </details>
        <details className="panel" open={isNew}>
          <summary>{m.authoring_part_en()}</summary>
          {lessons.en ? (
            <LessonPreview lesson={lessons.en} nonce={nonce} />
          ) : (
            <p>{m.authoring_no_english()}</p>
          )}
        </details>
      </div>
      <h2 id="quiz">{m.authoring_review_quiz()}</h2>
      {quiz && (
        <details open={isNew}>
          <summary>{m.authoring_part_quiz()}</summary>
          <QuizPreview quiz={quiz} />
        </details>
      )}
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
