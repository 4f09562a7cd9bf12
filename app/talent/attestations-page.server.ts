import { notFound } from '#app/accounts/guard.server.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale, formatDate } from '#app/shared/i18n/format.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { read } from '#db/client.server.ts'
import { findToAttest, listAttestations } from '#db/talent/attestations.server.ts'
import { findRoleProfile, findSkills } from '#db/talent/person-skills.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import { isAttestable } from './domain/attestable.ts'
import { skillChoices, skillNames } from './present.server.ts'

/** One of the staff whose skills the reader may attest, by name. Throws 404 for anyone else. */
async function staffMember(reader: Reader, personId: string) {
  const person = await findToAttest(read(), reader, personId)
  if (!person) throw notFound()
  const who = (await identitiesOf([personId])).get(personId)
  return { ...person, name: who?.name ?? '' }
}

/** An attestation as its pages show it. */
export type ShownAttestation = {
  id: string
  skill: string
  level: number
  on: string
  grounds: string
  unit: string
}

/** What the unit attests of one of its staff now; the caller has checked who asks. */
async function inForce(
  reader: Reader,
  { personId, unitId }: { personId: string; unitId: string },
): Promise<ShownAttestation[]> {
  const locale = currentLocale()
  const nameOf = await skillNames(locale)
  const all = await listAttestations(personId, unitId)
  return all
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ id, skill, level, at, grounds, unit }) => ({
      ...{ id, level, grounds, skill: nameOf(skill) },
      ...{ on: formatDate(at, reader.timeZone), unit: inLocale(unit, locale) },
    }))
}

/** What is attested of one of the staff, and the skills to choose from: those of the post first. */
export async function attestationsPage(reader: Reader, personId: string) {
  const person = await staffMember(reader, personId)
  const { name, state, roleProfile } = person
  const locale = currentLocale()
  const nameOf = await skillNames(locale)
  const profile = await findRoleProfile(roleProfile)
  const choices = (await skillChoices(locale)).filter(isAttestable)
  const offered = new Set(choices.flatMap(({ options }) => options.map(({ value }) => value)))
  return {
    ...{ personId, name },
    attestations: await inForce(reader, person),
    // Nothing new is attested of who has left.
    open: state !== 'left',
    ofPost: (profile?.requires ?? [])
      .filter(({ skill }) => offered.has(skill))
      .map(({ skill }) => ({ value: skill, label: nameOf(skill) })),
    choices,
  }
}

/** One skill to attest of one of the staff: its levels in words, and what is attested already. */
export async function newAttestationPage(reader: Reader, personId: string, code: string) {
  const { name, state, unitId } = await staffMember(reader, personId)
  const skill = (await findSkills([code])).get(code)
  if (!skill || !isAttestable(skill) || state === 'left') throw notFound()
  const locale = currentLocale()
  const current = (await listAttestations(personId, unitId)).find((each) => {
    return each.skill === code && each.withdrawnAt === null
  })
  return {
    ...{ personId, name },
    skill: inLocale(skill.name, locale),
    description: inLocale(skill.description, locale),
    levels: skill.levels.map((text) => inLocale(text, locale)),
    current: current && { level: current.level, on: formatDate(current.at, reader.timeZone) },
  }
}

/** One attestation that counts, to be withdrawn. Throws 404 where there is none. */
export async function attestationToWithdraw(reader: Reader, personId: string, id: string) {
  const person = await staffMember(reader, personId)
  const attestation = (await inForce(reader, person)).find((each) => each.id === id)
  if (!attestation) throw notFound()
  return { personId, name: person.name, attestation }
}
