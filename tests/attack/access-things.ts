import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/accounts/domain/policy.ts'
import type { Role } from '#app/accounts/domain/roles.ts'
import { hashPassword } from '#app/accounts/password.server.ts'
import type { RequestSide } from '#app/talent/domain/kinds.ts'
import { credentials, sessions } from '#db/accounts/tables.server.ts'
import { attempts, itemVersions, responses } from '#db/assessment/tables.server.ts'
import { perform } from '#db/audit/perform.server.ts'
import { type Tx, write } from '#db/client.server.ts'
import { eq, like } from '#db/dialect/index.ts'
import { labAttempts, labVersions } from '#db/labs/tables.server.ts'
import { enrolments } from '#db/learning/tables.server.ts'
import { roleGrants } from '#db/organisation/tables.server.ts'
import { listAttestations, recordAttestation } from '#db/talent/attestations.server.ts'
import {
  contactAnswers,
  contactRequests,
  registryConsents,
  registryContracts,
  registryEntries,
} from '#db/talent/tables.server.ts'
import { anOrganisation, aPerson } from '#tests/factories.ts'
import { type LessonThings, makeLessonThings, noLessonThings } from './access-lesson-things.ts'
import type { Unit } from './access-reach.ts'

/** Things of a unit that addresses and forms name, all of them of one person there, the holder. */
export type Things = LessonThings & {
  personId: string
  /** The first role they hold. */
  grantId: string
  /** A session of theirs. */
  sessionId: string
  /** Somebody of the unit who has left. */
  departedId: string
  organisationId: string
  /** A department of the unit in which nobody works. */
  departmentId: string
  /** An attempt with one question that waits, and one of which every question is answered. */
  attemptId: string
  answeredId: string
  labAttemptId: string
  registryCode: string
  /** Requests by the holder to the holder: that waits for the person, for the unit, that both accepted. */
  askedId: string
  agreedId: string
  acceptedId: string
  attestationId: string
}

const day = 86_400_000
/** The password of every holder. */
export const password = 'gorilla-lantern-oxide-47-thistle'
const hash = hashPassword(password)

async function addAccount(tx: Tx, { personId, sessionId }: Things, at: number) {
  const passwordHash = await hash
  const factor = { totpSealed: Buffer.from('sealed'), totpConfirmedAt: at }
  await tx
    .insert(credentials)
    .values({ personId, passwordHash, passwordShort: false, changedAt: at, ...factor })
  const session = { tokenHash: sessionId, id: sessionId, personId, createdAt: at, device: 'test' }
  await tx.insert(sessions).values({ ...session, expiresAt: at + day })
}

async function addAttempts(tx: Tx, things: Things, at: number) {
  const { personId, attemptId, answeredId } = things
  const ofSkill = like(itemVersions.itemId, 'protecting-devices/%')
  const [item] = await tx.select().from(itemVersions).where(ofSkill).limit(1)
  if (!item) throw new Error('there are no items')
  for (const id of [attemptId, answeredId]) {
    const row = { id, personId, skill: 'protecting-devices', modelVersion: 'test', startedAt: at }
    await tx.insert(attempts).values({ ...row, form: [item.id] })
  }
  await tx.insert(responses).values({
    ...{ attemptId: answeredId, position: 1, itemVersionId: item.id, at },
    ...{ difficulty: item.difficulty, slope: item.slope, correct: false },
    response: { response: null, normalised: '' },
  })
}

async function addStudy(tx: Tx, { personId, labAttemptId }: Things, at: number) {
  const labId = 'open-data-sql/missing-reports'
  const ofLab = eq(labVersions.labId, labId)
  const [version] = await tx.select({ id: labVersions.id }).from(labVersions).where(ofLab)
  await tx.insert(labAttempts).values({
    id: labAttemptId,
    personId,
    labId,
    versionId: version?.id ?? '',
    submission: '',
    verdict: 'OK',
    report: {
      runtime: 'sql',
      grade: { verdict: 'OK', passed: false, checks: [], cpuMs: 0, peakMb: 0 },
    },
    passed: false,
    cpuMs: 0,
    peakMb: 0,
    at,
  })
  const nominated = { kind: 'nominated', nominatedBy: personId, dueAt: null } as const
  await tx.insert(enrolments).values({ personId, course: 'open-data-sql', at, ...nominated })
}

async function addRegistry(
  tx: Tx,
  { unitId }: Actor,
  { personId, registryCode }: Things,
  at: number,
) {
  await tx
    .insert(registryConsents)
    .values({ id: randomUUID(), personId, wording: 'test', givenAt: at })
  await tx.insert(registryEntries).values({
    personId,
    code: registryCode,
    unitId,
    personState: 'active',
    tier: 'county',
    regionCode: '990201',
    staffKind: 'civil-servant',
    grade: '一级科员',
  })
  await tx.insert(registryContracts).values({ personId, contract: 'temporary-posting' })
}

async function addRequests(tx: Tx, { personId, unitId }: Actor, things: Things, at: number) {
  const answered: [id: string, sides: RequestSide[]][] = [
    [things.askedId, []],
    [things.agreedId, ['person']],
    [things.acceptedId, ['person', 'unit']],
  ]
  for (const [id, sides] of answered) {
    const words = { contract: 'temporary-posting', purpose: '示例', message: '示例' } as const
    const term = { at: at - day, expiresAt: at + 13 * day }
    const by = { personId, requesterId: personId, unitId }
    await tx.insert(contactRequests).values({ id, ...by, ...words, ...term })
    for (const [step, side] of sides.entries()) {
      const answer = { id: randomUUID(), side, answer: 'accepted', by: personId } as const
      await tx.insert(contactAnswers).values({ ...answer, requestId: id, at: at - day + step + 1 })
    }
  }
}

async function addAttestation({ personId, unitId }: Actor): Promise<string> {
  const command = { actorId: 'system', action: 'skill.attested', subjectId: personId } as const
  await perform(command, (work) => {
    const attested = { personId, skill: 'data-sql', level: 2, grounds: '示例' }
    return recordAttestation(work, attested, { unitId, by: personId })
  })
  return (await listAttestations(personId))[0]?.id ?? ''
}

/** Names of a person's things before there are any. */
function newNames() {
  const ids = () => randomUUID()
  return {
    ...{ grantId: ids(), sessionId: ids(), attemptId: ids(), answeredId: ids() },
    ...{ labAttemptId: ids(), askedId: ids(), agreedId: ids(), acceptedId: ids() },
    ...{ attestationId: ids(), registryCode: `T-${ids().slice(0, 8)}` },
  }
}

/** Addresses with nothing behind them. */
export function noThings(): Things {
  const [personId, departedId] = [randomUUID(), randomUUID()]
  const [organisationId, departmentId] = [randomUUID(), randomUUID()]
  const names = { personId, departedId, organisationId, departmentId }
  return { ...newNames(), ...noLessonThings(), ...names }
}

/**
 * Makes one of each in a unit, and who holds them there in this role. For the address of one route alone,
 * what it does not name is left out where making it takes long.
 */
export async function makeThings(
  unit: Unit,
  role: Role = 'author',
  path?: string,
): Promise<{ things: Things; holder: Actor }> {
  const holder = await aPerson({ unit, roles: [role] })
  const { personId } = holder
  const departed = await aPerson({ unit, state: 'left' })
  const department = await anOrganisation({ parent: unit, kind: 'department' })
  const at = Date.now()
  const isFor = (paths: RegExp) => path === undefined || paths.test(path)
  const things: Things = {
    ...newNames(),
    ...(isFor(/^\/(authoring|reviews)/) ? await makeLessonThings(holder) : noLessonThings()),
    ...{ personId, departedId: departed.personId },
    ...{ organisationId: unit.id, departmentId: department.id },
  }
  await write(async (tx) => {
    const holds = eq(roleGrants.personId, personId)
    const [grant] = await tx.select({ id: roleGrants.id }).from(roleGrants).where(holds)
    things.grantId = grant?.id ?? ''
    await addAccount(tx, things, at)
    await addAttempts(tx, things, at)
    await addStudy(tx, things, at)
    await addRegistry(tx, holder, things, at)
    await addRequests(tx, holder, things, at)
  })
  if (isFor(/^\/talent\/attestations/)) things.attestationId = await addAttestation(holder)
  return { things, holder }
}
