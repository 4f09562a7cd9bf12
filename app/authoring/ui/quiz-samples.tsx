import { quizSamples } from '#app/authoring/domain/quiz-samples.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { reachable } from '#app/shared/ui/wide.tsx'
import { questionTypeWords } from './words.ts'

/** A sample of each question type: to copy, and where the editor's script runs to insert. */
export function QuizSamples() {
  return (
    <details className="panel">
      <summary>{m.authoring_samples()}</summary>
      <p>
        {m.authoring_samples_text()} <a href="/authoring/help#quiz">{m.authoring_to_help()}</a>
      </p>
      {(Object.keys(quizSamples) as (keyof typeof quizSamples)[]).map((type) => (
        <details key={type}>
          <summary>{questionTypeWords[type]()}</summary>
          <button type="button" className="button plain" data-sample={type} hidden>
            {m.authoring_sample_insert()}
            <span className="visually-hidden"> {questionTypeWords[type]()}</span>
          </button>
          <pre {...reachable}>
            <code>{quizSamples[type]}</code>
          </pre>
        </details>
      ))}
    </details>
  )
}
