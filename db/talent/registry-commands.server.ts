import { randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { contactStanding, isOpen } from '#app/talent/domain/contact.ts'
import {
  availableFromOf,
  codeFrom,
  consentWording,
  type RegistryProfile,
} from '#app/talent/domain/registry.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { and, eq, inArray, isNull, type SQL } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { organisations, people } from '#db/organisation/tables.server.ts'
import { findWhiteHat } from '#db/vault/white-hats.server.ts'
import {
  contactAnswers,
  contactRequests,
  registryConsents,
  registryContracts,
  registryEntries,
} from './tables.server.ts'

async function placeOf({ tx }: Work, personId: string) {
  const [row] = await tx
    .select({
      unitId: people.unitId,
      personState: people.state,
      tier: organisations.tier,
      regionCode: organisations.regionCode,
      staffKind: people.staffKind,
      grade: people.grade,
    })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.unitId))
    .where(and(eq(people.id, personId), eq(people.state, 'active')))
  return row
}

async function freeCode({ tx }: Work): Promise<string> {
  for (;;) {
    const code = codeFrom(randomBytes(6))
    const [taken] = await tx.select().from(registryEntries).where(eq(registryEntries.code, code))
    if (!taken) return code
  }
}

async function putContracts({ tx }: Work, personId: string, profile: RegistryProfile) {
  await tx.delete(registryContracts).where(eq(registryContracts.personId, personId))
  const rows = [...new Set(profile.contracts)].map((contract) => ({ personId, contract }))
  await tx.insert(registryContracts).values(rows)
}

/**
 * Puts a person into the ordinary pool by their own consent, under a fresh code; for someone who
 * is there already it changes the profile alone. A white hat (or applicant) cannot be in both
 * pools: the same evidence in two places would link code name and code.
 */
export function giveConsent(
  personId: string,
  profile: RegistryProfile,
  key: string,
): Promise<Result<null, 'white-hat' | 'not-active'>> {
  const command = { actorId: personId, action: 'registry.consented', subjectId: personId, key }
  return perform({ ...command, action: 'registry.consented' }, async (work) => {
    const { tx, at } = work
    if (await findWhiteHat(personId)) return fail('white-hat')
    const place = await placeOf(work, personId)
    if (!place) return fail('not-active')
    const availableFrom = availableFromOf(profile)
    const mine = eq(registryEntries.personId, personId)
    const [entry] = await tx.select().from(registryEntries).where(mine)
    if (entry) {
      await tx.update(registryEntries).set({ availableFrom }).where(mine)
    } else {
      const consent = { id: newId(at), personId, wording: consentWording, givenAt: at }
      await tx.insert(registryConsents).values(consent)
      const code = await freeCode(work)
      await tx.insert(registryEntries).values({ ...place, personId, code, availableFrom })
    }
    await putContracts(work, personId, profile)
    work.note({ wording: consentWording, contracts: [...profile.contracts] })
    return ok(null)
  })
}

/** Open requests end, so that an accepted one shows the name no more. */
async function endRequests({ tx, at }: Work, personId: string): Promise<void> {
  const requests = await tx
    .select()
    .from(contactRequests)
    .where(eq(contactRequests.personId, personId))
  if (requests.length === 0) return
  const ids = requests.map(({ id }) => id)
  const answers = await tx
    .select()
    .from(contactAnswers)
    .where(inArray(contactAnswers.requestId, ids))
  for (const request of requests) {
    const own = answers.filter(({ requestId }) => requestId === request.id)
    if (!isOpen(contactStanding(request, own, at).state)) continue
    const row = { id: newId(at), requestId: request.id, side: 'person', by: personId, at } as const
    await tx.insert(contactAnswers).values({ ...row, answer: 'withdrawn' })
  }
}

/**
 * Takes a person out of the ordinary pool within any command: withdrawal, applying as a white hat,
 * leaving the service, erasure. Consent ends, the entry is deleted (and with it every search
 * result), every open request ends.
 */
export async function leaveRegistry(work: Work, personId: string): Promise<void> {
  const { tx, at } = work
  await tx
    .update(registryConsents)
    .set({ withdrawnAt: at })
    .where(and(eq(registryConsents.personId, personId), isNull(registryConsents.withdrawnAt)))
  await tx.delete(registryContracts).where(eq(registryContracts.personId, personId))
  await tx.delete(registryEntries).where(eq(registryEntries.personId, personId))
  await endRequests(work, personId)
}

/**
 * Brings the entries of the people that `who` (a condition on `people`) names to where they work
 * now; part of the command that moved them or changed their unit. Who is in no pool stays out.
 */
export async function refreshRegistryEntries(work: Work, who: SQL): Promise<void> {
  const moved = await work.tx
    .select({ personId: registryEntries.personId })
    .from(registryEntries)
    .innerJoin(people, eq(people.id, registryEntries.personId))
    .where(who)
  for (const { personId } of moved) {
    const place = await placeOf(work, personId)
    if (!place) await leaveRegistry(work, personId)
    else {
      const own = eq(registryEntries.personId, personId)
      await work.tx.update(registryEntries).set(place).where(own)
    }
  }
}
