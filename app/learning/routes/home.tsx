import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/accounts/domain/policy.ts'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { loadHome } from '#app/learning/load-home.server.ts'
import { NextStepPanel } from '#app/learning/ui/next-step-panel.tsx'
import { SkillRadar } from '#app/learning/ui/skill-radar.tsx'
import { WaitingList } from '#app/learning/ui/waiting-list.tsx'
import { waitingFor } from '#app/learning/waiting-for.server.ts'
import { formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty } from '#app/shared/ui/notice.tsx'

export const loader = guardedLoader('signed-in', async ({ reader, context }) => {
  // An account without courses of its own begins where its work is.
  if (!can(reader, 'course.study'))
    throw redirect(can(reader, 'staff.list') ? '/staff' : '/account')
  const { personId, roleProfile, timeZone } = reader
  const [page, waiting] = await Promise.all([
    loadHome({ personId, roleProfile, locale: context.locale }),
    waitingFor(reader, Date.now()),
  ])
  return { ...page, waiting, timeZone }
})

export default function Home() {
  const { step, post, waiting, underWay, due, skills, timeZone } = useLoaderData<typeof loader>()
  return (
    <>
      <NextStepPanel step={step} post={post} />
      <WaitingList waiting={waiting} />
      <div className="two">
        <section>
          <h2>{m.learning_under_way()}</h2>
          {underWay.length === 0 ? (
            <Empty title={m.learning_nothing_begun()}>
              <p>
                <a href="/courses">{m.learning_see_courses()}</a>
              </p>
            </Empty>
          ) : (
            <ul className="rows">
              {underWay.map((course) => (
                <CourseRow key={course.slug} {...course} due={due} timeZone={timeZone} />
              ))}
            </ul>
          )}
          <h2>{m.learning_my_affairs()}</h2>
          <ul>
            <li>
              <a href="/record">{m.learning_see_record()}</a>
            </li>
            <li>
              <a href="/record/proof">{m.learning_proof()}</a>
            </li>
            <li>
              <a href="/registry">{m.learning_see_registry()}</a>
            </li>
            <li>
              <a href="/white-hat/apply">{m.learning_see_white_hat()}</a>
            </li>
          </ul>
        </section>
        <aside className="panel">
          <h2>{m.learning_my_skills()}</h2>
          {skills.length === 0 ? (
            <p>{m.learning_no_post()}</p>
          ) : (
            <>
              <p className="quiet">{m.learning_radar_legend()}</p>
              <SkillRadar skills={skills} />
            </>
          )}
        </aside>
      </div>
    </>
  )
}

type RowProps = {
  slug: string
  title: string
  completed: number
  total: number
  states: ('on' | 'now' | 'off')[]
  last: { title: string; href: string }
  savedAt: number
  due: { course: string; dueAt: number }[]
  timeZone: string
}

function CourseRow({
  slug,
  title,
  completed,
  total,
  states,
  last,
  savedAt,
  due,
  timeZone,
}: RowProps) {
  const deadline = due.find(({ course }) => course === slug)
  const when = (at: number) => `${formatDateTime(at, timeZone)} (${zoneName(timeZone)})`
  return (
    <li>
      <div className="spread">
        <h3>
          <a href={`/courses/${slug}`}>{title}</a>
        </h3>
        {completed === total ? (
          <span className="tag good">{m.learning_course_done()}</span>
        ) : (
          deadline && (
            <span className="quiet">{m.learning_due({ time: when(deadline.dueAt) })}</span>
          )
        )}
      </div>
      <div className="evidence" aria-hidden="true">
        {numberedStates(states).map(({ key, state }) => (
          <i key={key} className={state === 'off' ? undefined : state} />
        ))}
      </div>
      <p className="quiet">
        {m.learning_modules_done({ done: completed, total })} · {m.learning_last_at()}{' '}
        <a href={last.href}>{last.title}</a> ·{' '}
        <span className="saved">{m.learning_saved_on_server({ time: when(savedAt) })}</span>
      </p>
    </li>
  )
}

// A bar has no identity but its place in the course.
const numberedStates = (states: RowProps['states']) =>
  states.map((state, index) => ({ key: `bar-${index}`, state }))
