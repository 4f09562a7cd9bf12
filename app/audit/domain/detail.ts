import { z } from 'zod'

const shape = z.record(z.string(), z.unknown())

/** An event's detail, field by field, in the order it was written in; empty for what is no object. */
export function detailFields(detail: string): [name: string, value: unknown][] {
  try {
    return Object.entries(shape.parse(JSON.parse(detail)))
  } catch {
    return []
  }
}

/** Whether it is an id of ours: 36 characters that tell a reader nothing by themselves. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

/** How much of an id is shown. */
export const shownLength = 8

/** The end of an id: the beginning is the moment it was made, and alike for all of one import. */
export function shortId(id: string): string {
  return `…${id.slice(-shownLength)}`
}
