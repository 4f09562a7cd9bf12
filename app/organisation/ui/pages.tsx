import { m } from '#app/shared/i18n/messages.ts'

type Filter = { departmentId: string; text: string; state?: string | undefined; waiting: boolean }

/** The query that shows this filter again, at a page of it. */
export function staffQuery({ departmentId, text, state, waiting }: Filter, page: number): string {
  const query = new URLSearchParams()
  if (departmentId) query.set('department', departmentId)
  if (text) query.set('q', text)
  if (state) query.set('state', state)
  if (waiting) query.set('waiting', '1')
  if (page > 1) query.set('page', String(page))
  const written = query.toString()
  return written ? `/staff?${written}` : '/staff'
}

/** Ways to the page before and after. */
export function Pages({ page, pages, filter }: { page: number; pages: number; filter: Filter }) {
  if (pages < 2) return null
  return (
    <nav className="actions" aria-label={m.organisation_pages()}>
      {page > 1 && (
        <a rel="prev" href={staffQuery(filter, page - 1)}>
          {m.organisation_page_before()}
        </a>
      )}
      <span>{m.organisation_page({ page, pages })}</span>
      {page < pages && (
        <a rel="next" href={staffQuery(filter, page + 1)}>
          {m.organisation_page_after()}
        </a>
      )}
    </nav>
  )
}
