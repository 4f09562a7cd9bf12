import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { nominationsPage } from '#app/learning/nominations-page.server.ts'
import { m } from '#app/shared/i18n/messages.ts'

export const meta: MetaFunction = () => [
  { title: `${m.learning_nominations()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('course.nominate', async ({ reader }) => ({
  courses: await nominationsPage(reader, Date.now()),
}))

export default function Nominations() {
  const { courses } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{m.learning_nominations()}</h1>
      <p>{m.learning_nominations_text()}</p>
      <ul className="rows panel">
        {courses.map(({ slug, title, people, done, overdue }) => (
          <li key={slug}>
            <h2 className="plain">{title}</h2>
            <p className="quiet">
              {people === 0
                ? m.learning_nominations_none()
                : m.learning_nominations_counts({ people, done })}{' '}
              {overdue > 0 && (
                <span className="tag warn">
                  {m.learning_nominations_overdue({ count: overdue })}
                </span>
              )}
            </p>
            <p className="actions">
              <a className="button plain" href={`/nominations/${slug}/people`}>
                {m.learning_nominate()}
                <span className="visually-hidden"> {title}</span>
              </a>
              {people > 0 && (
                <a href={`/nominations/${slug}`}>
                  {m.learning_nominated_see()}
                  <span className="visually-hidden"> {title}</span>
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
