import { Fragment } from 'react'
import { type Inline, parseInline, parsePrompt } from '#app/assessment/domain/prompt.ts'
import { reachable } from '#app/shared/ui/wide.tsx'

// Their place is all that tells the parts of a prompt apart, and it never changes.
function placed<T>(list: T[]) {
  return list.map((value, place) => ({ value, key: String(place) }))
}

/** Code that breaks, where a line is too short for it, after a sign of an address and not within a name. */
function Code({ text }: { text: string }) {
  return (
    <code>
      {placed(text.split(/(?<=[./@&=])/)).map(({ value, key }) => (
        <Fragment key={key}>
          {key !== '0' && <wbr />}
          {value}
        </Fragment>
      ))}
    </code>
  )
}

function Line({ parts }: { parts: Inline[] }) {
  return placed(parts).map(({ value: { code, text }, key }) =>
    code ? <Code key={key} text={text} /> : <span key={key}>{text}</span>,
  )
}

/** One line with its `code`; everything else in it is text. */
export function InlineText({ text }: { text: string }) {
  return <Line parts={parseInline(text)} />
}

/** The prompt of an item: paragraphs and fenced code. */
export function Prompt({ text, id }: { text: string; id?: string }) {
  return (
    <div className="prompt" id={id}>
      {placed(parsePrompt(text)).map(({ value, key }) =>
        value.kind === 'code' ? (
          <pre key={key} {...reachable}>
            <code>{value.text}</code>
          </pre>
        ) : (
          <p key={key}>
            <Line parts={value.parts} />
          </p>
        ),
      )}
    </div>
  )
}
