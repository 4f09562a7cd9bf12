import { m } from '#app/shared/i18n/messages.ts'
import { Form } from '#app/shared/ui/form.tsx'

type Session = { id: string; device: string; begun: string; expires: string; here: boolean }

/** Where the person is signed in, with a way to end each. Times are in the zone that is named. */
export function SessionList({ sessions, zone }: { sessions: Session[]; zone: string }) {
  return (
    <section>
      <h2>{m.accounts_sessions()}</h2>
      <p>{m.accounts_sessions_text()}</p>
      <ul className="rows panel">
        {sessions.map(({ id, device, begun, expires, here }) => (
          <li key={id} className="spread">
            <div>
              <strong>{device}</strong>{' '}
              {here && <span className="tag good">{m.accounts_session_here()}</span>}
              <div className="quiet">{m.accounts_session_times({ begun, expires, zone })}</div>
            </div>
            {!here && (
              <Form>
                <input type="hidden" name="session" value={id} />
                <button type="submit" className="as-link" name="intent" value="end">
                  {m.accounts_session_end()}
                  <span className="visually-hidden"> {device}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form className="actions">
          <button type="submit" className="button plain" name="intent" value="end-others">
            {m.accounts_session_end_others()}
          </button>
        </Form>
      )}
    </section>
  )
}
