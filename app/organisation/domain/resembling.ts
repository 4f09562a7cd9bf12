import { type Identity, normaliseLogin } from './identity.ts'
import type { PersonState } from './organisation.ts'

type Known = { identity: Identity; organisationId: string; state: PersonState }
type New = Pick<Known, 'identity' | 'organisationId'>

/** A number with what is easily taken for another made alike: O and 0; I, l and 1. */
export function foldedNumber(staffNumber: string): string {
  return normaliseLogin(staffNumber).replaceAll('o', '0').replace(/[il]/g, '1')
}

/**
 * Finds whom somebody new probably is: a person on record whose number only looks the same, or a
 * colleague of the same name in the same department.
 */
export function resembling(people: readonly Known[]): (entry: New) => Identity | undefined {
  const byNumber = new Map(people.map((each) => [foldedNumber(each.identity.staffNumber), each]))
  const place = ({ identity, organisationId }: New) => `${organisationId} ${identity.name}`
  const present = people.filter(({ state }) => state !== 'left')
  const byName = new Map(present.map((each) => [place(each), each]))
  return (entry) => {
    const found = byNumber.get(foldedNumber(entry.identity.staffNumber)) ?? byName.get(place(entry))
    return found?.identity
  }
}
