const hour = 60 * 60 * 1000
const day = 24 * hour
/** 03:00 in China, as UTC: hardly anybody is at work whom the change could be matched with. */
const nightBegins = 19 * hour

const nightOf = (at: number) => Math.floor((at - nightBegins) / day)

/**
 * Whether the masked pool, last written at `last` (UTC ms; undefined for never), is to be written at
 * `now`: once for each night, at a rhythm that no restart and nothing that anybody does can shift.
 */
export function isPoolDue(last: number | undefined, now: number): boolean {
  return last === undefined || nightOf(now) > nightOf(last)
}
