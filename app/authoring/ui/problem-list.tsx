import type { DraftPart } from '#app/authoring/domain/draft.ts'
import type { DraftProblem } from '#app/authoring/domain/draft-problem.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { partWords } from './words.ts'

type Props = {
  problems: DraftProblem[]
  /** The draft's address. */
  href: string
  /** The part that is open: its problems lead to their line, the others' to their tab. */
  part?: DraftPart
}

/** What must be mended, then what should be: each with its place, what to do, and where to read more. */
export function ProblemList({ problems, href, part }: Props) {
  if (problems.length === 0) return <p className="saved">{m.authoring_no_problems()}</p>
  return (
    <ul className="results panel">
      {problems.map((problem) => (
        <li
          key={`${problem.part}:${problem.line}:${problem.column}:${problem.code}:${problem.message}`}
          className={problem.severity === 'error' ? 'fail' : 'advice'}
        >
          <div>
            <a
              href={placeHref(problem, href, part)}
              data-line={problem.part === part ? problem.line : undefined}
              data-column={problem.part === part ? problem.column : undefined}
            >
              {placeOf(problem)}
            </a>
            {problem.severity === 'warning' && (
              <>
                {' '}
                <span className="tag">{m.authoring_advice()}</span>
              </>
            )}{' '}
            {problem.message}{' '}
            {problem.isPicture && (
              <a href={`${href}/pictures`} target="_blank" rel="noreferrer">
                {m.authoring_to_pictures()}
              </a>
            )}{' '}
            <a className="quiet" href={`/authoring/help#${problem.code}`}>
              {m.authoring_more_about({ code: problem.code })}
            </a>
            {problem.excerpt && (
              <>
                <br />
                <code className="excerpt">{problem.excerpt}</code>
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function placeOf({ part, line, column }: DraftProblem): string {
  const where = partWords[part]()
  if (part === 'settings') return where
  return m.authoring_place({ part: where, line: String(line), column: String(column) })
}

function placeHref({ part, field }: DraftProblem, href: string, open: DraftPart | undefined) {
  const anchor = part === 'settings' ? fieldAnchor(field) : 'f-text'
  return part === open ? `#${anchor}` : `${href}?part=${part}#${anchor}`
}

function fieldAnchor(field: DraftProblem['field']): string {
  if (field === 'objectives') return 'f-objective-zh-1'
  if (field === 'skills') return 'f-skill-1'
  return `f-${field}`
}
