import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import { commonPasswords } from './common-passwords.server.ts'
import { isShort, type PasswordProblem, passwordProblem } from './domain/password.ts'
import { hashPassword, TooBusy } from './password.server.ts'

export type NewPassword = { hash: string; short: boolean }

/** The product's names: the first guess of whoever attacks it. */
const productWords = ['政务数字技能平台', '政务数字技能', 'civic digital skills', 'civic']

/** What anyone knows of a person, and so will try. */
async function aboutWords(personId: string): Promise<string[]> {
  const who = (await identitiesOf([personId])).get(personId)
  const mailbox = who?.email?.split('@')[0]
  const own = [who?.name, who?.staffNumber, who?.phone, who?.email, mailbox]
  return [...own.flatMap((word) => word ?? []), ...productWords]
}

/** A password someone wants to set: checked by the rules, then hashed. */
export async function acceptPassword(
  personId: string,
  password: string,
): Promise<Result<NewPassword, PasswordProblem | 'busy'>> {
  const about = await aboutWords(personId)
  const problem = passwordProblem(password, about, await commonPasswords())
  if (problem) return fail(problem)
  try {
    return ok({ hash: await hashPassword(password), short: isShort(password) })
  } catch (error) {
    if (error instanceof TooBusy) return fail('busy')
    throw error
  }
}
