import { m } from '#app/shared/i18n/messages.ts'

type Props = {
  page: number
  pages: number
  /** The address of a page. */
  href: (page: number) => string
}

/** Ways to the page before and after. */
export function Pages({ page, pages, href }: Props) {
  if (pages < 2) return null
  return (
    <nav className="actions" aria-label={m.shared_pages()}>
      {page > 1 && (
        <a rel="prev" href={href(page - 1)}>
          {m.shared_page_before()}
        </a>
      )}
      <span>{m.shared_page({ page, pages })}</span>
      {page < pages && (
        <a rel="next" href={href(page + 1)}>
          {m.shared_page_after()}
        </a>
      )}
    </nav>
  )
}
