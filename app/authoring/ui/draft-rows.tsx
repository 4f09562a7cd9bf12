import type { DraftState } from '#app/authoring/domain/draft.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import { formatDateTime } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { StateTag } from './state-tag.tsx'

export type ShownDraft = {
  id: string
  title: string
  titleLang?: Locale | undefined
  state: DraftState
  savedAt: number
  note: string
}

/** Drafts as rows: title, state, when each was saved. */
export function DraftRows({ drafts, timeZone }: { drafts: ShownDraft[]; timeZone: string }) {
  return (
    <ul className="rows panel">
      {drafts.map(({ id, title, titleLang, state, savedAt, note }) => (
        <li key={id} className="spread">
          <div>
            <h3>
              <a href={`/authoring/drafts/${id}`} lang={titleLang}>
                {title}
              </a>
            </h3>
            {note && <span className="quiet">{note}</span>}
          </div>
          <span>
            <StateTag state={state} />{' '}
            <span className="quiet">
              {m.authoring_saved_on({ time: formatDateTime(savedAt, timeZone) })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
