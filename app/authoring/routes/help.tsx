import type { MetaFunction } from '@remix-run/node'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { componentExamples } from '#app/authoring/domain/component-examples.ts'
import { quizTemplate } from '#app/authoring/domain/lesson-template.ts'
import { quizSamples } from '#app/authoring/domain/quiz-samples.ts'
import { codeHelp, componentHelp } from '#app/authoring/ui/help-words.ts'
import { questionTypeWords } from '#app/authoring/ui/words.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { reachable } from '#app/shared/ui/wide.tsx'

export const meta: MetaFunction = () => [
  { title: `${m.authoring_help_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('lesson.write', () => null)

const markdown =
  '## …\n\n**…**  `…`\n\n- …\n\n1. …\n\n[…](https://…)\n\n| … | … |\n| --- | --- |\n| … | … |'

export default function Help() {
  return (
    <article className="measure writing-guide">
      <nav className="crumbs" aria-label={m.authoring_crumbs()}>
        <a href="/authoring">{m.authoring_title()}</a> › {m.authoring_help_title()}
      </nav>
      <h1>{m.authoring_help_title()}</h1>
      <p>{m.authoring_help_intro()}</p>
      <ul>
        <li>
          <a href="#text">{m.authoring_help_text()}</a>
        </li>
        <li>
          <a href="#components">{m.authoring_help_components()}</a>
        </li>
        <li>
          <a href="#quiz">{m.authoring_help_quiz()}</a>
        </li>
        <li>
          <a href="#codes">{m.authoring_help_codes()}</a>
        </li>
      </ul>
      <h2 id="text">{m.authoring_help_text()}</h2>
      <p>{m.authoring_help_text_how()}</p>
      <pre {...reachable}>
        <code>{markdown}</code>
      </pre>
      <h2 id="components">{m.authoring_help_components()}</h2>
      <p>{m.authoring_help_components_how()}</p>
      {(Object.keys(componentHelp) as (keyof typeof componentHelp)[]).map((name) => (
        <section key={name} id={`component-${name}`}>
          <h3>
            <code>{name}</code>
          </h3>
          <p>{componentHelp[name]()}</p>
          <pre {...reachable}>
            <code>{componentExamples[name]}</code>
          </pre>
        </section>
      ))}
      <h2 id="quiz">{m.authoring_help_quiz()}</h2>
      <p>{m.authoring_help_quiz_how()}</p>
      <pre {...reachable}>
        <code>{quizTemplate}</code>
      </pre>
      {(Object.keys(quizSamples) as (keyof typeof quizSamples)[]).map((type) => (
        <section key={type}>
          <h3>
            <code>{type}</code> {questionTypeWords[type]()}
          </h3>
          <pre {...reachable}>
            <code>{quizSamples[type]}</code>
          </pre>
        </section>
      ))}
      <h2 id="codes">{m.authoring_help_codes()}</h2>
      {(Object.keys(codeHelp) as (keyof typeof codeHelp)[]).map((code) => (
        <section key={code}>
          <h3 id={code}>
            <code>{code}</code>
          </h3>
          <p>{codeHelp[code]()}</p>
        </section>
      ))}
    </article>
  )
}
