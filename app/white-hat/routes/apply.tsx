import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { formatDate } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { whiteHatRoleWords } from '#app/shared/ui/talent-words.ts'
import { applyPage } from '#app/white-hat/apply-page.server.ts'
import { Consequences, Role } from '#app/white-hat/ui/apply.tsx'

export const meta: MetaFunction = () => [
  { title: `${m.white_hat_apply_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('white-hat.apply', async ({ reader, url }) => ({
  ...(await applyPage(reader)),
  done: url.searchParams.get('done'),
}))

export default function Apply() {
  const { roles, application, timeZone, done } = useLoaderData<typeof loader>()
  return (
    <article className="measure">
      <h1>{m.white_hat_apply_title()}</h1>
      {application && done === 'applied' && (
        <Notice kind="done">{m.white_hat_applied_done()}</Notice>
      )}
      {!application && done === 'withdrawn' && (
        <Notice kind="done">{m.white_hat_withdrawn_done()}</Notice>
      )}
      {application ? (
        <>
          <div className="panel next">
            <p>
              {m.white_hat_applied({
                role: whiteHatRoleWords[application.role](),
                date: formatDate(application.at, timeZone),
              })}
            </p>
            <p>{m.white_hat_applied_text()}</p>
            <p>
              <a href="/white-hat/withdrawal">{m.white_hat_withdraw()}</a>
            </p>
          </div>
          <p>{m.white_hat_apply_vetting()}</p>
        </>
      ) : (
        <>
          <p>{m.white_hat_apply_intro()}</p>
          <h2>{m.white_hat_apply_means()}</h2>
          <Consequences />
          <h2>{m.white_hat_apply_roles()}</h2>
        </>
      )}
      <ul className="rows panel">
        {roles.map((role) => (
          <Role key={role.role} {...role} own={application !== undefined} />
        ))}
      </ul>
      {application && <p className="quiet">{m.white_hat_applied_change()}</p>}
    </article>
  )
}
