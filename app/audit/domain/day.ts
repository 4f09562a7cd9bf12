/** How far the zone's clock is ahead of UTC at this moment, in ms. */
function offsetAt(at: number, timeZone: string): number {
  const shape = { timeZone, dateStyle: 'short', timeStyle: 'medium' } as const
  const local = new Intl.DateTimeFormat('sv-SE', shape).format(at)
  return Date.parse(`${local.replace(' ', 'T')}Z`) - Math.floor(at / 1_000) * 1_000
}

/** The first moment of a day (`2026-11-22`) in a zone, UTC ms. */
function startOf(day: string, timeZone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`)
  const guess = utc - offsetAt(utc, timeZone)
  // Where clocks change between the two, the offset of the guess is the right one.
  return utc - offsetAt(guess, timeZone)
}

/** The moments from `from` up to but without `to` that make up a day in a zone; undefined for no date. */
export function dayBounds(day: string, timeZone: string): { from: number; to: number } | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return
  const utc = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(utc) || !new Date(utc).toISOString().startsWith(day)) return
  const next = new Date(utc + 86_400_000).toISOString().slice(0, 10)
  return { from: startOf(day, timeZone), to: startOf(next, timeZone) }
}
