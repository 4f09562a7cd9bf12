import { formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty } from '#app/shared/ui/notice.tsx'
import type { AccessKind } from '#app/talent/domain/kinds.ts'
import { lookWords, unitName } from './words.ts'

type Look = {
  id: string
  kind: AccessKind
  purpose: string
  at: number
  times: number
  ownUnit: boolean
  unit: { zh: string; en: string }
}

/** Who looked at the reader: unit and role, what, why, when; newest first. */
export function Looks({ looks, timeZone }: { looks: Look[]; timeZone: string }) {
  if (looks.length === 0) {
    return (
      <Empty title={m.talent_registry_looks_none()}>
        <p>{m.talent_registry_looks_none_todo()}</p>
      </Empty>
    )
  }
  const zone = zoneName(timeZone)
  return (
    <>
      <p className="quiet">
        {m.talent_registry_looks_caption({
          count: looks.reduce((sum, { times }) => sum + times, 0),
          zone,
        })}
      </p>
      <ul className="rows panel">
        {looks.map(({ id, kind, purpose, at, times, ownUnit, unit }) => (
          <li key={id}>
            <div className="spread">
              <h3>
                {lookWords[kind]()}{' '}
                {times > 1 && <span className="quiet">{m.talent_look_times({ times })}</span>}
              </h3>
              <span className="quiet">{formatDateTime(at, timeZone)}</span>
            </div>
            <p className="facts">
              {ownUnit
                ? m.talent_officer_own({ unit: unitName(unit) })
                : m.talent_officer_other({ unit: unitName(unit) })}
            </p>
            <p className="quiet facts">
              {kind === 'request-opened'
                ? m.talent_look_request_purpose({ purpose })
                : m.talent_look_purpose({ purpose })}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
