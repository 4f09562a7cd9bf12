import { formatDateTime } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Wide } from '#app/shared/ui/wide.tsx'

export type ShownEvent = {
  sequence: number
  at: number
  actorId: string
  action: string
  subjectId: string
  detail: string
}

/** The events, newest first. Numbers stand for people: whoever may know them looks them up. */
export function EventTable({ events, timeZone }: { events: ShownEvent[]; timeZone: string }) {
  return (
    <Wide>
      <table>
        <thead>
          <tr>
            <th scope="col" className="number">
              {m.audit_number()}
            </th>
            <th scope="col">{m.audit_time()}</th>
            <th scope="col">{m.audit_action()}</th>
            <th scope="col">{m.audit_actor()}</th>
            <th scope="col">{m.audit_subject()}</th>
            <th scope="col">{m.audit_detail()}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ sequence, at, actorId, action, subjectId, detail }) => (
            <tr key={sequence}>
              <td className="number">{sequence}</td>
              <td>{formatDateTime(at, timeZone)}</td>
              <td>
                <code>{action}</code>
              </td>
              <td>
                <a href={`/audit?actor=${encodeURIComponent(actorId)}`}>
                  <code>{actorId}</code>
                </a>
              </td>
              <td>
                <code>{subjectId}</code>
              </td>
              <td>{detail !== '{}' && <code>{detail}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
