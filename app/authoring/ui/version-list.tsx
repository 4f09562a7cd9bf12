import type { ShownVersion } from '#app/authoring/domain/shown-version.ts'
import { formatDateTime, formatNumber } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form } from '#app/shared/ui/form.tsx'

type Props = {
  versions: ShownVersion[]
  timeZone: string
  /** Whether an older version may be taken up again. */
  canRestore: boolean
}

/** A module's versions with who wrote and approved each; people outside one's reach go by their role. */
export function VersionList({ versions, timeZone, canRestore }: Props) {
  return (
    <ol className="rows panel" reversed>
      {versions.map((version, index) => (
        <li key={version.id}>
          <div className="spread">
            <h3>
              {m.authoring_version({ number: String(version.number) })}{' '}
              {index === 0 && <span className="tag good">{m.authoring_current()}</span>}
            </h3>
            <span className="quiet">{formatDateTime(version.publishedAt, timeZone)}</span>
          </div>
          <p className="quiet">
            {peopleOf(version)} ·{' '}
            {m.authoring_learning_now({ count: formatNumber(version.learners) })}
          </p>
          {version.note && <p className="comment">{version.note}</p>}
          {canRestore && index > 0 && (
            <Form>
              <input type="hidden" name="version" value={version.id} />
              <button type="submit" className="as-link">
                {m.authoring_restore({ number: String(version.number) })}
              </button>
            </Form>
          )}
        </li>
      ))}
    </ol>
  )
}

function peopleOf({ origin, author, reviewer }: ShownVersion): string {
  if (origin === 'file' || !author) return m.authoring_from_file()
  return m.authoring_by({
    author: author.name ?? m.authoring_role_author(),
    reviewer: reviewer?.name ?? m.authoring_role_reviewer(),
  })
}
