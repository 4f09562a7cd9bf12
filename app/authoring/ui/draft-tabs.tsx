import { type DraftPart, draftParts } from '#app/authoring/domain/draft.ts'
import type { DraftProblem } from '#app/authoring/domain/draft-problem.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { partWords } from './words.ts'

type Props = { href: string; part: DraftPart; problems: DraftProblem[] }

/** The four parts of a draft as links, each with the number of its errors. */
export function DraftTabs({ href, part, problems }: Props) {
  return (
    <nav className="parts" aria-label={m.authoring_parts()}>
      {draftParts.map((each) => {
        const errors = problems.filter((p) => p.part === each && p.severity === 'error').length
        return (
          <a
            key={each}
            href={`${href}?part=${each}`}
            aria-current={each === part ? 'page' : undefined}
          >
            {partWords[each]()}
            {errors > 0 && (
              <>
                {' '}
                <span className="tag warn">{m.authoring_errors({ count: String(errors) })}</span>
              </>
            )}
          </a>
        )
      })}
    </nav>
  )
}
