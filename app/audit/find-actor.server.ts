import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { findByShownNumber } from '#db/audit/queries.server.ts'
import { findPersonIdByLogin } from '#db/vault/identities.server.ts'
import { readActor } from './domain/audit-filter.ts'
import { shownLength } from './domain/detail.ts'

/**
 * Whose events are asked for, by what was typed: a staff number, a number as the page shows it, how
 * such a number begins, or a whole one. The trail is open to the auditor as a whole.
 */
export async function findActor(typed: string): Promise<Result<string, 'unknown' | 'ambiguous'>> {
  const { id, shown, login } = readActor(typed)
  if (id) return ok(id)
  const byLogin = login && (await findPersonIdByLogin(login))
  const byNumber = shown ? await findByShownNumber(shown, shownLength) : []
  const found = new Set([...byNumber, ...(byLogin ? [byLogin] : [])])
  if (found.size > 1) return fail('ambiguous')
  const [only] = found
  return only ? ok(only) : fail('unknown')
}
