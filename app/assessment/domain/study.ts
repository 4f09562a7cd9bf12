import type { Opening } from '#app/assessment/domain/next-evidence.ts'

/** A module or lab that teaches a skill, in the reader's language where it is written in it. */
export type Place = Opening & {
  href: string
  title: string
  minutes: number
  course: string
  done: boolean
  /** Addresses of the labs that belong to a module. */
  contains: string[]
}

/**
 * Where to study a skill, whatever that does to one's record: what is not done first, then what can
 * be done again. A lab of a module still to do is part of that module and not listed beside it.
 */
export function placesToStudy(places: Place[]): Place[] {
  const open = places.filter(({ done }) => !done)
  const within = new Set(open.flatMap(({ contains }) => contains))
  const own = open.filter(({ href }) => !within.has(href))
  return [...own, ...places.filter(({ done, href }) => done && !within.has(href))]
}
