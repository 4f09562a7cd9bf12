import type { ExplainedQuestion } from '#app/assessment/domain/question.ts'
import type { QuizFile } from '#app/learning/domain/quiz.ts'
import type { Bilingual } from '#app/shared/domain/text.ts'
import { m } from '#app/shared/i18n/messages.ts'

/** Every check with its answers and what each answer is told, in both languages: for authors alone. */
export function QuizPreview({ quiz }: { quiz: QuizFile }) {
  if (quiz.quizzes.length === 0) return <p className="quiet">{m.authoring_quiz_none()}</p>
  return (
    <>
      {quiz.quizzes.map(({ id, questions }) => (
        <section key={id} className="preview-quiz">
          <h3>
            {m.authoring_place_quiz()} <code>{id}</code>
          </h3>
          {questions.map((question) => (
            <Question key={question.id} question={question} />
          ))}
        </section>
      ))}
    </>
  )
}

/** One text in both languages, the Chinese first. */
export function Both({ text }: { text: Bilingual }) {
  if (text['zh-CN'] === text.en) return <span>{text.en}</span>
  return (
    <>
      <span lang="zh-CN">{text['zh-CN']}</span>
      <br />
      <span lang="en" className="quiet">
        {text.en}
      </span>
    </>
  )
}

function Question({ question }: { question: ExplainedQuestion }) {
  return (
    <div className="place">
      <p>
        <Both text={question.prompt} />
      </p>
      <ul className="results">{answersOf(question)}</ul>
      {question.variants && (
        <p className="quiet">{m.authoring_variants({ count: String(question.variants.length) })}</p>
      )}
    </div>
  )
}

function Answer({
  right,
  text,
  feedback,
  isMisplaced,
}: {
  right: boolean
  text: Bilingual
  feedback: Bilingual
  /** The comment is for those who put it elsewhere, though the answer shown is the right one. */
  isMisplaced?: boolean
}) {
  return (
    <li className={right ? 'pass' : 'fail'}>
      <div>
        <span className="visually-hidden">
          {right ? m.authoring_answer_right() : m.authoring_answer_wrong()}
        </span>
        <Both text={text} />
        <p className="explanation">
          {isMisplaced && (
            <>
              <span className="tag">{m.authoring_if_misplaced()}</span>{' '}
            </>
          )}
          <Both text={feedback} />
        </p>
      </div>
    </li>
  )
}

const same = (text: string | number): Bilingual => ({ 'zh-CN': String(text), en: String(text) })

function answersOf(question: ExplainedQuestion) {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.choices.map(({ id, correct, text, feedback }) => (
        <Answer key={id} right={correct} text={text} feedback={feedback} />
      ))
    case 'order':
      return question.steps.map(({ id, text, feedback }) => (
        <Answer key={id} right text={text} feedback={feedback} isMisplaced />
      ))
    case 'match':
      return question.pairs.map(({ id, left, right, feedback }) => {
        const text = {
          'zh-CN': `${left['zh-CN']} → ${right['zh-CN']}`,
          en: `${left.en} → ${right.en}`,
        }
        return <Answer key={id} right text={text} feedback={feedback} isMisplaced />
      })
    case 'number':
    case 'short': {
      const right = question.type === 'number' ? question.answer : question.accept.join(' / ')
      const wrong = question.wrong.map((each) => ({
        text: 'answers' in each ? each.answers.join(' / ') : String(each.answer),
        feedback: each.feedback,
      }))
      return [
        <Answer key="right" right text={same(right)} feedback={question.feedback.right} />,
        ...wrong.map(({ text, feedback }) => (
          <Answer key={text} right={false} text={same(text)} feedback={feedback} />
        )),
      ]
    }
  }
}
