/** Whether two texts are one query. A browser drops a text area's first line break, so ends do not count. */
export function isSameQuery(one: string, other: string): boolean {
  return one.trim() === other.trim()
}
