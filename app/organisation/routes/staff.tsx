import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/accounts/domain/policy.ts'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { longestSearch } from '#app/organisation/domain/identity.ts'
import { personStates } from '#app/organisation/domain/organisation.ts'
import { organisationOptions } from '#app/organisation/organisation-options.server.ts'
import { type StaffFilter, staffPage } from '#app/organisation/staff-list.server.ts'
import { StaffFilterForm, staffQuery } from '#app/organisation/ui/staff-filter.tsx'
import { StaffTable } from '#app/organisation/ui/staff-table.tsx'
import { doneText } from '#app/shared/http/flash.ts'
import { formatDateTime } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty, Notice } from '#app/shared/ui/notice.tsx'
import { Pages } from '#app/shared/ui/pages.tsx'

function filterOf(query: URLSearchParams): StaffFilter {
  return {
    departmentId: query.get('department') ?? '',
    text: (query.get('q') ?? '').slice(0, longestSearch),
    state: personStates.find((state) => state === query.get('state')),
    waiting: query.get('waiting') === '1',
    page: Number.parseInt(query.get('page') ?? '1', 10) || 1,
  }
}

export const meta: MetaFunction = () => [
  { title: `${m.shared_menu_staff()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('staff.list', async ({ reader, url }) => {
  const query = url.searchParams
  const filter = filterOf(query)
  const list = await staffPage(reader, filter)
  const count = (name: string) => Number.parseInt(query.get(name) ?? '0', 10) || 0
  return {
    list: list.tooMany
      ? list
      : {
          ...list,
          people: list.people.map(({ linkUntil, ...person }) => ({
            ...person,
            link: linkUntil ? formatDateTime(linkUntil, reader.timeZone) : '',
          })),
        },
    filter,
    departments: await organisationOptions(reader, 'staff.list'),
    manages: can(reader, 'staff.manage'),
    done: query.get('done'),
    problem: query.get('problem') ?? '',
    imported: {
      added: count('added'),
      changed: count('changed'),
      unchanged: count('unchanged'),
    },
  }
})

/** Why no links were made. */
const problemWords: Record<string, () => string> = {
  'none-chosen': m.organisation_none_chosen,
  'none-without': m.organisation_none_without_link,
}

export default function Staff() {
  const { list, filter, departments, manages, done, problem, imported } =
    useLoaderData<typeof loader>()
  const fault = doneText(problemWords, problem)
  const filtered = filter.text || filter.departmentId || filter.state || filter.waiting
  return (
    <>
      <div className="spread">
        <h1>{m.shared_menu_staff()}</h1>
        {manages && (
          <p className="actions">
            <a className="button" href="/staff/import">
              {m.organisation_import_title()}
            </a>
            <a className="button plain" href="/staff/new">
              {m.organisation_add_person()}
            </a>
            <a className="button plain" href="/organisation">
              {m.organisation_tree_title()}
            </a>
          </p>
        )}
      </div>
      {done === 'imported' && (
        <Notice kind="done">{m.organisation_imported({ ...imported })}</Notice>
      )}
      {done === 'person-added' && <Notice kind="done">{m.organisation_person_added()}</Notice>}
      {done === 'not-imported' && <Notice>{m.organisation_not_imported()}</Notice>}
      {manages && list.asked > 0 && !filter.waiting && (
        <Notice kind="warn">
          {m.organisation_waiting({ people: list.asked })}{' '}
          <a href="/staff?waiting=1">{m.organisation_waiting_show()}</a>
        </Notice>
      )}
      <StaffFilterForm filter={filter} departments={departments} />
      {list.tooMany ? (
        <Empty title={m.organisation_too_many_title()}>
          <p>{m.organisation_too_many_text()}</p>
        </Empty>
      ) : list.total === 0 ? (
        <Empty title={filtered ? m.organisation_none_match() : m.organisation_none_title()}>
          {filtered ? (
            <p>
              <a href="/staff">{m.organisation_show_all()}</a>
            </p>
          ) : (
            <p>{manages ? m.organisation_none_import() : m.organisation_none_ask()}</p>
          )}
        </Empty>
      ) : (
        <>
          <StaffTable
            people={list.people}
            total={list.total}
            manages={manages}
            filter={filter}
            state={fault ? { errors: { form: fault }, values: {} } : undefined}
          />
          <Pages page={list.page} pages={list.pages} href={(page) => staffQuery(filter, page)} />
        </>
      )}
    </>
  )
}
