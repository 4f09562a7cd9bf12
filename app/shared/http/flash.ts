/**
 * A redirect's message, as a code in the query (`?done=invited`): the page that is opened turns it
 * into words, so no text from an address ever reaches a page.
 */
export function withDone(path: string, done: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}done=${encodeURIComponent(done)}`
}

/** What a page says of the code it was opened with; undefined for none, and for one that is made up. */
export function doneText(words: Record<string, () => string>, done: string | null) {
  return done !== null && Object.hasOwn(words, done) ? words[done]?.() : undefined
}
