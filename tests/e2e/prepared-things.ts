import { createHash } from 'node:crypto'
import type { Role } from '#app/accounts/domain/roles.ts'
import { openDraft } from '#app/authoring/open-draft.server.ts'
import { contactRules } from '#app/talent/contact-rules.server.ts'
import type { ContractKind } from '#app/talent/domain/kinds.ts'
import { confirmTotp, proposeTotp } from '#db/accounts/credentials.server.ts'
import { findSession, type Reader } from '#db/accounts/sessions.server.ts'
import { finishAttempt, recordResponse } from '#db/assessment/commands.server.ts'
import { findAttempt } from '#db/assessment/queries.server.ts'
import { startAttempt } from '#db/assessment/start-attempt.server.ts'
import { submitDraft } from '#db/authoring/commands.server.ts'
import { newId } from '#db/id.server.ts'
import { findLab } from '#db/labs/queries.server.ts'
import { recordLabAttempt } from '#db/labs/record-attempt.server.ts'
import { nominate } from '#db/learning/nominations.server.ts'
import { markLeft } from '#db/organisation/leaving.server.ts'
import { addPerson } from '#db/organisation/person-commands.server.ts'
import { listHeldRoles } from '#db/organisation/staff.server.ts'
import { listAttestations } from '#db/talent/attestations.server.ts'
import { answerForSelf, requestContact } from '#db/talent/contact-commands.server.ts'
import { findOwnEntry } from '#db/talent/entry-queries.server.ts'
import { findLogins } from '#db/vault/identities.server.ts'
import { civic, settingsFor } from '#tests/server.ts'
import { aSession, closeWorld, openWorld } from '#tests/world.ts'
import { staff, type Who } from './staff.ts'

/** One address of the site as the built program lists it. */
export type Route = { path: string; loader: string | null; page: boolean }

/** What the tests find in the county beside the demonstration. */
export type Prepared = {
  routes: Route[]
  /** A signed-in browser's cookie for everyone, so that only the tests of signing in sign in. */
  sessions: Record<string, { name: string; value: string }>
  personIds: Record<string, string>
  /** Codes in the talent pool. */
  codes: Record<string, string>
  organisationId: string
  openAttemptId: string
  finishedAttemptId: string
  labAttemptId: string
  draftId: string
  draftInReviewId: string
  /** Of `alsoRegistered`, by the unit's officer. */
  attestationId: string
  /** To `busyLearner`, unanswered. */
  requestId: string
  /** To `waitingForUnit`, who accepted. */
  requestForUnitId: string
  /** Unanswered, but for the one where the unit has the word, by whom they are to. */
  requestIds: { registeredSaysNo: string; registeredUnitSaysNo: string }
  /** People who have left: SL0090 for the walk, SL0091 for the journey that erases. */
  departedIds: { walked: string; erased: string }
  /** The role that `reviewer` holds, who has a second factor. */
  reviewerGrantId: string
}

const everyone = Object.entries(staff) as [Who, string][]

async function signInEveryone() {
  const ids = await findLogins('staff-number', Object.values(staff))
  const readers = new Map<Who, Reader>()
  const sessions: Prepared['sessions'] = {}
  for (const [who, staffNumber] of everyone) {
    const personId = ids.get(staffNumber) ?? ''
    const cookie = await aSession({
      ...{ personId, organisationId: '', unitId: '', unitPath: '', grants: [] },
    })
    const [name = '', value = ''] = cookie.split('=')
    sessions[who] = { name, value }
    const found = await findSession(createHash('sha256').update(value).digest('hex'))
    if (!found) throw new Error(`${staffNumber} is not of the demonstration county`)
    readers.set(who, found.reader)
  }
  return {
    sessions,
    reader(who: Who): Reader {
      const reader = readers.get(who)
      if (!reader) throw new Error(`${who} has no session`)
      return reader
    },
  }
}

function must<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`not prepared: ${JSON.stringify(result.error)}`)
  return result.value
}

async function startedAttempt(personId: string, skill: string) {
  return must(await startAttempt(personId, skill, { seedOf: (id) => id }))
}

async function finishedAttempt(personId: string, skill: string) {
  const attemptId = await startedAttempt(personId, skill)
  const places = (await findAttempt(personId, attemptId))?.form.length ?? 0
  for (let position = 1; position <= places; position++) {
    const kept = { response: null, normalised: '' }
    must(await recordResponse(personId, { attemptId, position, kept, correct: position < 8 }))
  }
  must(await finishAttempt(personId, attemptId))
  return attemptId
}

async function failedLabAttempt(personId: string) {
  const labId = 'open-data-sql/missing-reports'
  const versionId = (await findLab(labId))?.versionId ?? ''
  const run = { verdict: 'OK', passed: false, cpuMs: 40, peakMb: 20 } as const
  const submission = 'SELECT code, name FROM division_map'
  const report = { runtime: 'sql' as const, grade: { ...run, checks: [] } }
  const row = { personId, labId, versionId, submission, report, skills: [], key: newId(), ...run }
  return must(await recordLabAttempt(row)).id
}

async function aRequest(officer: Reader, personId: string, contract: ContractKind) {
  const code = (await findOwnEntry(personId))?.entry.code ?? ''
  const words = { purpose: '数据核对', message: '请协助核对报送数据，为期三个月。' }
  const asked = { code, contract, years: null, secretPost: false, ...words }
  return must(await requestContact(officer, asked, contactRules, newId())).id
}

async function anAcceptedRequest(...asked: Parameters<typeof aRequest>) {
  const id = await aRequest(...asked)
  must(await answerForSelf(asked[1], id, 'accepted', newId()))
  return id
}

async function draftOf(author: Reader, module: string) {
  return (await openDraft(author, newId(), { course: 'open-data-sql', module })).id
}

async function departed(administrator: Reader, name: string, staffNumber: string) {
  const { organisationId } = administrator
  const post = { organisationId, staffKind: 'civil-servant', grade: '一级科员' } as const
  const given = { identity: { name, staffNumber }, post: { ...post, roleProfile: null }, roles: [] }
  const { personId } = must(await addPerson(given))
  must(await markLeft(administrator, personId, newId()))
  return personId
}

/** As if they had set up a second factor; nobody signs in with it. */
async function hasSecondFactor(personId: string) {
  await proposeTotp(personId, Buffer.from('no secret'))
  await confirmTotp(personId, 1, [newId()])
}

async function grantIdOf(personId: string, role: Role) {
  return (await listHeldRoles([personId])).find((held) => held.role === role)?.id ?? ''
}

async function listRoutes(folder: string): Promise<Route[]> {
  const { code, out, err } = await civic(['routes', '--json'], settingsFor(folder))
  if (code !== 0) throw new Error(`civic routes: ${err}`)
  return JSON.parse(out)
}

/** Puts one of each thing that pages show into the seeded county, by the product's own commands. */
export async function prepareThings(folder: string): Promise<Prepared> {
  await openWorld(folder)
  const { sessions, reader } = await signInEveryone()
  const { personId } = reader('busyLearner')
  const unitWaits = reader('waitingForUnit').personId
  const [officer, author] = [reader('cityOfficer'), reader('secondAuthor')]
  const draftInReviewId = await draftOf(author, '04-before-publishing')
  must(await submitDraft({ actorId: author.personId }, draftInReviewId, 1, '改正一处错字'))
  const requestForUnitId = await anAcceptedRequest(officer, unitWaits, 'temporary-posting')
  const mission = 'part-time-mission'
  const requestIds = {
    registeredSaysNo: await aRequest(officer, reader('registeredSaysNo').personId, mission),
    registeredUnitSaysNo: await anAcceptedRequest(
      ...([officer, reader('registeredUnitSaysNo').personId, mission] as const),
    ),
  }
  const administrator = reader('administrator')
  const departedIds = {
    walked: await departed(administrator, '示例离任甲', 'SL0090'),
    erased: await departed(administrator, '示例离任乙', 'SL0091'),
  }
  const dueAt = Date.now() + 30 * 24 * 60 * 60 * 1000
  const nomination = { course: 'open-data-sql', personIds: [personId], dueAt }
  must(await nominate(reader('officer'), nomination, newId()))
  await hasSecondFactor(reader('reviewer').personId)
  const codes: Prepared['codes'] = {}
  for (const [who] of everyone) {
    const entry = await findOwnEntry(reader(who).personId)
    if (entry) codes[who] = entry.entry.code
  }
  const prepared: Prepared = {
    routes: await listRoutes(folder),
    ...{ sessions, codes, draftInReviewId, requestForUnitId, requestIds, departedIds },
    personIds: Object.fromEntries(everyone.map(([who]) => [who, reader(who).personId])),
    reviewerGrantId: await grantIdOf(reader('reviewer').personId, 'reviewer'),
    organisationId: administrator.unitId,
    openAttemptId: await startedAttempt(personId, 'data-sql'),
    finishedAttemptId: await finishedAttempt(personId, 'protecting-devices'),
    labAttemptId: await failedLabAttempt(personId),
    attestationId: (await listAttestations(reader('alsoRegistered').personId))[0]?.id ?? '',
    draftId: await draftOf(author, '03-join-two-tables'),
    requestId: await aRequest(officer, personId, 'temporary-posting'),
  }
  await closeWorld()
  return prepared
}
