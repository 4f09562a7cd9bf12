import { attemptPath } from '#app/labs/domain/address.ts'
import type { HistoryLine } from '#app/labs/present-lab.server.ts'
import { zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'

type Props = { labId: string; history: HistoryLine[]; timeZone: string }

/** The reader's own submissions to a lab, the newest first. */
export function History({ labId, history, timeZone }: Props) {
  return (
    <section id="history" data-fresh="">
      <h2>{m.labs_history()}</h2>
      {history.length === 0 ? (
        <p className="quiet">{m.labs_history_empty()}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{m.labs_history_when()}</th>
                <th scope="col">{m.labs_history_result()}</th>
                <th scope="col">
                  <span className="visually-hidden">{m.labs_history_open()}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {history.map(({ id, at, passed, right, total }) => (
                <tr key={id}>
                  <td>{at}</td>
                  <td>
                    {passed ? (
                      <span className="tag good">{m.labs_passed()}</span>
                    ) : (
                      m.labs_result_count({ right, total })
                    )}
                  </td>
                  <td>
                    <a href={attemptPath(labId, id)} aria-label={m.labs_history_open_at({ at })}>
                      {m.labs_history_open()}
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="quiet">{m.labs_history_zone({ zone: zoneName(timeZone) })}</p>
        </>
      )}
    </section>
  )
}
