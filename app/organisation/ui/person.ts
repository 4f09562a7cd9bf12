import type { Role } from '#app/accounts/domain/roles.ts'
import type { PersonState, StaffKind } from '#app/organisation/domain/organisation.ts'

type Choice = { value: string; label: string }

/** One of the staff as the page about them shows them. Empty text is what is not on record. */
export type PersonShown = {
  personId: string
  state: PersonState
  staffKind: StaffKind
  grade: string
  organisationId: string
  department: string
  roleProfile: string
  /** Of the record as it is shown, for telling whether it changed before it was saved. */
  mark: string
  profiles: Choice[]
  identity: { name: string; staffNumber: string; email: string; phone: string }
}

export type HeldRoleShown = { id: string; role: Role; organisation: string; revocable: boolean }

/** What forms for managing a person offer. */
export type ManageShown = {
  departments: Choice[]
  roles: Role[]
  /** Whether the reader may open the account: every role held is theirs to grant. */
  opens: boolean
  hasFactor: boolean
  asked: boolean
  /** When the identity was erased; '' while it was not. */
  erasedAt: string
  /** For who left: the day after which the identity is erased; '' where it stays until someone does. */
  erasesAfter: string
  linkUntil: string
}
