import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { emptySettings } from '#app/authoring/domain/draft-settings.ts'
import { attempts } from '#db/assessment/tables.server.ts'
import { perform } from '#db/audit/perform.server.ts'
import { draftAuthors, drafts } from '#db/authoring/tables.server.ts'
import { courses } from '#db/catalogue/tables.server.ts'
import { type Tx, write } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { labAttempts } from '#db/labs/tables.server.ts'
import { roleGrants } from '#db/organisation/tables.server.ts'
import { listAttestations, recordAttestation } from '#db/talent/attestations.server.ts'
import { contactRequests, registryEntries } from '#db/talent/tables.server.ts'

/** Things of the other county that addresses name: this county asks for them. */
export type Things = {
  personId: string
  /** The one role they hold. */
  grantId: string
  /** Somebody who has left. */
  departedId: string
  organisationId: string
  attemptId: string
  labAttemptId: string
  registryCode: string
  requestId: string
  attestationId: string
  draftId: string
}

const day = 86_400_000

async function addAttempts(tx: Tx, things: Things, at: number) {
  const { personId, attemptId, labAttemptId } = things
  await tx.insert(attempts).values({
    id: attemptId,
    personId,
    skill: 'data-sql',
    modelVersion: 'test',
    form: [],
    startedAt: at,
  })
  await tx.insert(labAttempts).values({
    id: labAttemptId,
    personId,
    labId: 'open-data-sql/missing-reports',
    versionId: 'none',
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
}

async function addRegistry(tx: Tx, person: Actor, things: Things, at: number) {
  await tx.insert(registryEntries).values({
    personId: person.personId,
    code: things.registryCode,
    unitId: person.unitId,
    personState: 'active',
    tier: 'county',
    regionCode: '990201',
    staffKind: 'civil-servant',
    grade: '一级科员',
  })
  await tx.insert(contactRequests).values({
    id: things.requestId,
    personId: person.personId,
    requesterId: person.personId,
    unitId: person.unitId,
    contract: 'secondment',
    purpose: '示例',
    message: '示例',
    at,
    expiresAt: at + 14 * day,
  })
}

/** A draft of a course that the other county owns: the product's own are open to every author. */
async function addDraft(tx: Tx, { personId, draftId, organisationId }: Things, at: number) {
  const course = 'course-of-the-other-county'
  const owned = { slug: course, currentVersionId: 'none', ownerId: organisationId }
  await tx.insert(courses).values(owned)
  await tx.insert(drafts).values({
    id: draftId,
    course,
    moduleSlug: 'a-new-module',
    state: 'in-review',
    settings: emptySettings,
    lessonZh: '# 示例',
    lessonEn: '',
    quiz: '',
    note: '',
    revision: 1,
    ownerId: personId,
    createdAt: at,
    savedAt: at,
    submittedAt: at,
  })
  await tx.insert(draftAuthors).values({ draftId, personId })
}

/** The same addresses with nothing behind them. */
export function noThings(): Things {
  return {
    personId: randomUUID(),
    grantId: randomUUID(),
    departedId: randomUUID(),
    organisationId: randomUUID(),
    attemptId: randomUUID(),
    labAttemptId: randomUUID(),
    registryCode: 'T-0000',
    requestId: randomUUID(),
    attestationId: randomUUID(),
    draftId: randomUUID(),
  }
}

/** Makes one of each for `person`, who works in the other county, as `departed` did. */
export async function makeThings(person: Actor, departed: Actor): Promise<Things> {
  const at = Date.now()
  const { personId, organisationId } = person
  const departedId = departed.personId
  const things = { ...noThings(), personId, departedId, organisationId, registryCode: 'T-0001' }
  await write(async (tx) => {
    const holds = eq(roleGrants.personId, personId)
    const [grant] = await tx.select({ id: roleGrants.id }).from(roleGrants).where(holds)
    things.grantId = grant?.id ?? ''
    await addAttempts(tx, things, at)
    await addRegistry(tx, person, things, at)
    await addDraft(tx, things, at)
  })
  const command = { actorId: 'system', action: 'skill.attested', subjectId: personId } as const
  await perform(command, (work) => {
    const attested = { personId, skill: 'data-sql', level: 2, grounds: '示例' }
    return recordAttestation(work, attested, { unitId: organisationId, by: personId })
  })
  things.attestationId = (await listAttestations(personId))[0]?.id ?? ''
  return things
}
