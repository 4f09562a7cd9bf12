/** An event as the audit page shows it: `at` in UTC ms, `detail` as JSON. */
export type ShownEvent = {
  sequence: number
  at: number
  actorId: string
  action: string
  subjectId: string
  detail: string
}
