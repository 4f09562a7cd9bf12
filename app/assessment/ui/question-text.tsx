import { type Inline as Part, parseInline, parsePrompt } from '#app/assessment/domain/prompt.ts'

// The parts of a text have no identity but their place, and never move.
const numbered = <T,>(parts: T[]) => parts.map((part, index) => ({ key: `p${index}`, part }))

function Parts({ parts }: { parts: Part[] }) {
  return numbered(parts).map(({ key, part }) =>
    part.code ? <code key={key}>{part.text}</code> : <span key={key}>{part.text}</span>,
  )
}

/** A line of a question: text in which `code` may stand between backticks, and nothing else. */
export function InlineText({ text }: { text: string }) {
  return <Parts parts={parseInline(text)} />
}

/** A prompt: paragraphs and fenced code. */
export function PromptText({ text }: { text: string }) {
  return numbered(parsePrompt(text)).map(({ key, part }) =>
    part.kind === 'code' ? (
      <pre key={key}>
        <code>{part.text}</code>
      </pre>
    ) : (
      <p key={key}>
        <Parts parts={part.parts} />
      </p>
    ),
  )
}
