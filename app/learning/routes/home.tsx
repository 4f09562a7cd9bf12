import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/accounts/domain/policy.ts'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { loadHome } from '#app/learning/load-home.server.ts'
import { CourseRow, NominatedRow } from '#app/learning/ui/course-row.tsx'
import { MySkills } from '#app/learning/ui/my-skills.tsx'
import { NextStepPanel } from '#app/learning/ui/next-step-panel.tsx'
import { WaitingList } from '#app/learning/ui/waiting-list.tsx'
import { waitingFor } from '#app/learning/waiting-for.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty } from '#app/shared/ui/notice.tsx'
import { workOf } from '#app/shell/menu.server.ts'

export const loader = guardedLoader('signed-in', async ({ reader, context }) => {
  // An account without courses of its own begins where its work is.
  if (!can(reader, 'course.study'))
    throw redirect(can(reader, 'staff.list') ? '/staff' : '/account')
  const { personId, roleProfile, timeZone } = reader
  const [page, waiting] = await Promise.all([
    loadHome({ personId, roleProfile, locale: context.locale, timeZone }),
    waitingFor(reader, Date.now()),
  ])
  return { ...page, waiting, work: workOf(reader), timeZone }
})

export default function Home() {
  const { step, post, waiting, work, underWay, nominated, timeZone, ...mine } =
    useLoaderData<typeof loader>()
  const toBegin = nominated.filter(({ isBegun }) => !isBegun)
  return (
    <>
      {/* What others wait for comes before one's own learning. */}
      <WaitingList waiting={waiting} work={work} />
      <NextStepPanel step={step} post={post} />
      <div className="two">
        <section>
          <h2>{m.learning_under_way()}</h2>
          {underWay.length + toBegin.length === 0 ? (
            <Empty title={m.learning_nothing_begun()}>
              {/* The next step's button already leads there when it is to choose. */}
              {step.kind !== 'choose' && (
                <p>
                  <a href="/courses">{m.learning_see_courses()}</a>
                </p>
              )}
            </Empty>
          ) : (
            <ul className="rows">
              {toBegin.map((nomination) => (
                <NominatedRow key={nomination.course} {...nomination} />
              ))}
              {underWay.map((course) => (
                <CourseRow
                  key={course.slug}
                  {...course}
                  nomination={nominated.find((each) => each.course === course.slug)}
                  timeZone={timeZone}
                />
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
          <MySkills {...mine} />
        </aside>
      </div>
    </>
  )
}
