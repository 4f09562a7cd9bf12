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
    <div className="scroll">
      <table>
        <caption>{m.talent_registry_looks_caption({ count: looks.length, zone })}</caption>
        <thead>
          <tr>
            <th scope="col">{m.talent_look_when()}</th>
            <th scope="col">{m.talent_look_who()}</th>
            <th scope="col">{m.talent_look_what()}</th>
            <th scope="col">{m.talent_look_why()}</th>
          </tr>
        </thead>
        <tbody>
          {looks.map(({ id, kind, purpose, at, ownUnit, unit }) => (
            <tr key={id}>
              <td>{formatDateTime(at, timeZone)}</td>
              <td>
                {ownUnit
                  ? m.talent_officer_own({ unit: unitName(unit) })
                  : m.talent_officer_other({ unit: unitName(unit) })}
              </td>
              <td>{lookWords[kind]()}</td>
              <td>{purpose}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
