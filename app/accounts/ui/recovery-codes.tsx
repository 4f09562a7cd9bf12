import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'

/** The recovery codes, the one time that anyone sees them. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <article className="narrow">
      <h1>{m.accounts_recovery_title()}</h1>
      <Notice kind="done">{m.accounts_second_factor_confirmed()}</Notice>
      <p>{m.accounts_recovery_text()}</p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="quiet">{m.accounts_recovery_print()}</p>
      <p className="no-print">
        <a className="button" href="/account">
          {m.accounts_recovery_kept()}
        </a>
      </p>
    </article>
  )
}
