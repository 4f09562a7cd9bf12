import { redirect } from '@remix-run/node'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { draftAt } from '#app/authoring/draft-facts.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { withdrawDraft } from '#db/authoring/commands.server.ts'

export const loader = guardedLoader('lesson.write', async ({ reader, params }) => {
  const { id } = await draftAt(reader, 'lesson.write', params.id)
  return redirect(`/authoring/drafts/${id}`)
})

export const action = guardedAction('lesson.write', async ({ reader, params, key }) => {
  const { id } = await draftAt(reader, 'lesson.write', params.id)
  const result = await withdrawDraft({ actorId: reader.personId, key }, id)
  return redirect(withDone(`/authoring/drafts/${id}`, result.ok ? 'withdrawn' : 'state'))
})
