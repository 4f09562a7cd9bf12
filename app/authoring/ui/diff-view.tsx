import { comparison, type DiffLine } from '#app/authoring/domain/line-diff.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Wide } from '#app/shared/ui/wide.tsx'

type Props = {
  before: string
  after: string
  caption: string
  lang?: string
  /** Where both texts can be read whole, below `/before` and `/after`; absent where the page has them. */
  texts?: string
}

/** What changed from `before` to `after`, line by line; the words that differ are marked. */
export function DiffView({ before, after, caption, lang, texts }: Props) {
  if (before === after) return <p className="quiet">{m.authoring_diff_same()}</p>
  const lines = comparison(before, after)
  if (!lines) {
    return (
      <div className="panel">
        <p>{m.authoring_diff_large()}</p>
        {texts && (
          <p className="actions">
            {before && <a href={`${texts}/before`}>{m.authoring_diff_text_before()}</a>}
            <a href={`${texts}/after`}>{m.authoring_diff_text_after()}</a>
          </p>
        )}
      </div>
    )
  }
  return (
    <Wide>
      <table className="diff">
        <caption>{caption}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{m.authoring_diff_before()}</th>
            <th scope="col">{m.authoring_diff_after()}</th>
            <th scope="col">{m.authoring_diff_text()}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) =>
            typeof line === 'number' ? (
              <tr key={`gap-before-${keyOf(lines[index + 1])}`} className="gap">
                <td />
                <td />
                <td>{m.authoring_diff_left_out({ count: String(line) })}</td>
              </tr>
            ) : (
              <Row key={keyOf(line)} line={line} lang={lang} />
            ),
          )}
        </tbody>
      </table>
    </Wide>
  )
}

function keyOf(line: DiffLine | number | undefined): string {
  if (line === undefined || typeof line === 'number') return 'end'
  const before = 'before' in line ? line.before : ''
  return `${line.kind}:${before}:${'after' in line ? line.after : ''}`
}

function Row({ line, lang }: { line: DiffLine; lang?: string }) {
  const Change = line.kind === 'added' ? 'ins' : 'del'
  const word = { same: '', added: m.authoring_diff_added(), removed: m.authoring_diff_removed() }
  let from = 0
  return (
    <tr className={line.kind}>
      <td className="number">{'before' in line ? line.before : ''}</td>
      <td className="number">{'after' in line ? line.after : ''}</td>
      <td lang={lang}>
        {line.kind !== 'same' && <span className="visually-hidden">{word[line.kind]} </span>}
        {line.pieces.map(({ text, changed }) => {
          const key = from
          from += text.length + 1
          return changed ? <Change key={key}>{text}</Change> : <span key={key}>{text}</span>
        })}
      </td>
    </tr>
  )
}
