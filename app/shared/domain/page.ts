/** The page of a list nearest to the one asked for (from 1), and how many pages there are. */
export function pageOf<T>(list: readonly T[], asked: number, size: number) {
  const pages = Math.max(1, Math.ceil(list.length / size))
  const page = Math.min(Math.max(1, asked), pages)
  return { page, pages, shown: list.slice((page - 1) * size, page * size) }
}
