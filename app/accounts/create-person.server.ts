import { identity as identitySchema, normaliseLogin } from '#app/organisation/domain/identity.ts'
import type { StaffKind } from '#app/organisation/domain/organisation.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import type { LoginFailure } from '#db/organisation/claim-logins.server.ts'
import { organisationNamed } from '#db/organisation/organisations.server.ts'
import { addPerson } from '#db/organisation/person-commands.server.ts'
import { commonPasswords } from './common-passwords.server.ts'
import { isShort, type PasswordProblem, passwordProblem } from './domain/password.ts'
import type { Role } from './domain/roles.ts'
import { hashPassword } from './password.server.ts'

export type CreatePersonFailure =
  | LoginFailure
  | 'no-organisation'
  | 'identity-malformed'
  | `password-${PasswordProblem}`

/**
 * Creates an account from the command line: the first administrator, or one for a locked-out unit.
 * With a password they can sign in at once, else they are invited. `role` is held for the
 * unit they work in. Prints nothing.
 */
export async function createPerson(given: {
  name: string
  /** The staff number. */
  login: string
  role: Role
  /** An organisation's id, or its Chinese names from any level down: 示例县政务服务局/办公室. */
  organisation: string
  password?: string
  email?: string
  staffKind?: StaffKind
  grade?: string
}): Promise<Result<{ personId: string }, CreatePersonFailure>> {
  const { name, login, role, password, email } = given
  const staffNumber = login.normalize('NFKC').trim()
  const identity = identitySchema.safeParse({ name, staffNumber, ...(email && { email }) })
  if (!identity.success) return fail('identity-malformed')
  if (password !== undefined) {
    const about = [name, normaliseLogin(login), 'civic']
    const problem = passwordProblem(password, about, await commonPasswords())
    if (problem) return fail(`password-${problem}` as const)
  }
  const place = await organisationNamed(given.organisation)
  if (!place) return fail('no-organisation')
  const post = {
    organisationId: place.id,
    staffKind: given.staffKind ?? 'civil-servant',
    grade: given.grade ?? '—',
    roleProfile: null,
  }
  const done = await addPerson({
    identity: identity.data,
    post,
    roles: [role],
    ...(password !== undefined && {
      password: { hash: await hashPassword(password), short: isShort(password) },
    }),
  })
  return done.ok ? ok(done.value) : done
}
