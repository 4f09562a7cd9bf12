import { guardedLoader } from '#app/accounts/guard.server.ts'
import { draftText } from '#app/authoring/draft-text.server.ts'

export const loader = guardedLoader('lesson.review', ({ reader, params }) =>
  draftText(reader, 'lesson.review', params),
)
