import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type AnswersLab, answersLab } from '#app/labs/domain/manifest.ts'
import type { CompiledLesson } from '#app/learning/domain/compiled-lesson.ts'
import { fail } from '#app/shared/domain/result.ts'
import { perform } from '#db/audit/perform.server.ts'
import { publishCourse, publishModule } from '#db/catalogue/publish.server.ts'
import { read } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { publishLab } from '#db/labs/publish.server.ts'
import {
  countLabAttempts,
  findLab,
  findLabAttempt,
  findLabDraft,
  listLabAttempts,
  listLabStates,
  listLabs,
  listPassedLabs,
} from '#db/labs/queries.server.ts'
import { type NewLabAttempt, recordLabAttempt } from '#db/labs/record-attempt.server.ts'
import { saveLabDraft } from '#db/labs/save-draft.server.ts'
import { openModule } from '#db/learning/commands.server.ts'
import { listCredits } from '#db/learning/queries.server.ts'
import { revokeEvidence } from '#db/talent/evidence.server.ts'
import { personSkills, skillEvidence } from '#db/talent/tables.server.ts'
import { aPerson } from '#tests/factories.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

const both = (text: string) => ({ 'zh-CN': text, en: text })
const wrong = { file: 'wrong.yaml', fails: ['verdicts'] }
const manifest: AnswersLab = answersLab.parse({
  slug: 'triage',
  title: both('Triage'),
  minutes: 20,
  skills: [
    { skill: 'data-sql', level: 2 },
    { skill: 'protecting-devices', level: 1 },
  ],
  runtime: 'answers',
  samples: 'samples.yaml',
  draw: 2,
  pass: 2,
  verdicts: [
    { id: 'good', text: both('Good') },
    { id: 'bad', text: both('Bad') },
  ],
  accepted: 'accepted.yaml',
  wrong: [wrong, wrong],
})
const text: CompiledLesson = { parts: [], css: '', headings: [], blocks: [], hash: '' }

/** Publishes a lab of a course of its own; the same twice gives two versions. */
async function aLab(course = `course-${randomUUID().slice(0, 8)}`, slug = 'triage') {
  const title = both('Course')
  const versionId = await perform(
    { actorId: 'operator', action: 'content.published', subjectId: course },
    async (work) => {
      await publishCourse(work, {
        slug: course,
        title,
        summary: title,
        audience: title,
        modules: ['01-start'],
        skills: [{ skill: 'data-sql', level: 2 }],
        licence: 'CC-BY-4.0',
      })
      const statement = { 'zh-CN': text, en: text }
      const files = { 'samples.yaml': 'samples: []' }
      return publishLab(work, { course, slug, manifest, files, statement })
    },
  )
  return { course, labId: `${course}/${slug}`, versionId }
}

/** Publishes modules of a course; each asks for the labs listed with it. */
async function publishModules(course: string, modules: Record<string, string[]>) {
  const texts = [{ locale: 'zh-CN' as const, title: '', summary: '', source: '', compiled: text }]
  await perform(
    { actorId: 'operator', action: 'content.published', subjectId: course },
    async (work) => {
      for (const [slug, labs] of Object.entries(modules)) {
        const content = {
          objectives: [both('Sort mails')],
          minutes: 20,
          creditHours: 0.5,
          skills: [{ skill: 'data-sql', level: 1 }],
          labs,
        }
        const quiz = { quizzes: [] }
        await publishModule(work, {
          course,
          slug,
          content,
          quiz,
          texts,
          origin: 'file',
          note: '',
        })
      }
    },
  )
}

function anAttempt(
  given: { personId: string; labId: string; versionId: string } & Partial<NewLabAttempt>,
): NewLabAttempt {
  return {
    key: randomUUID(),
    skills: manifest.skills,
    submission: '{}',
    verdict: 'OK',
    report: { runtime: 'answers', draw: 1, grade: { checks: [], passed: true, samples: [] } },
    passed: true,
    cpuMs: 0,
    peakMb: 0,
    ...given,
  }
}

const evidenceOf = (personId: string) =>
  read().select().from(skillEvidence).where(eq(skillEvidence.personId, personId))

describe('a published lab', () => {
  it('is found in its newest version, and in an older one by its id', async () => {
    const first = await aLab()
    const second = await aLab(first.course)
    expect((await findLab(first.labId))?.versionId).toBe(second.versionId)
    expect((await findLab(first.labId, first.versionId))?.versionId).toBe(first.versionId)
    expect(await findLab(first.labId, randomUUID())).toBeNull()
    const listed = (await listLabs()).filter(({ course }) => course === first.course)
    expect(listed.map(({ id, manifest }) => [id, manifest.minutes])).toEqual([[first.labId, 20]])
  })

  it('stands in its course where the first module is that asks for it', async () => {
    const { course } = await aLab(undefined, 'b-second')
    await aLab(course, 'a-unasked')
    await aLab(course, 'c-first')
    await publishModules(course, {
      '01-start': ['c-first'],
      '02-next': ['b-second', 'c-first'],
    })
    const listed = (await listLabs()).filter((lab) => lab.course === course)
    expect(listed.map(({ slug }) => slug)).toEqual(['c-first', 'b-second', 'a-unasked'])
  })

  it('is not found in a version of another lab', async () => {
    const [one, other] = [await aLab(), await aLab()]
    expect(await findLab(one.labId, other.versionId)).toBeNull()
  })
})

describe('a draft', () => {
  it('is kept for its owner alone, with hints that are never taken back', async () => {
    const { labId } = await aLab()
    const [owner, other] = [await aPerson(), await aPerson()]
    const { personId } = owner
    await saveLabDraft({ personId, labId, content: 'SELECT 1', hintsShown: 2 })
    await saveLabDraft({ personId, labId, content: 'SELECT 2' })
    expect(await findLabDraft(personId, labId)).toMatchObject({
      content: 'SELECT 2',
      hintsShown: 2,
    })
    expect(await findLabDraft(other.personId, labId)).toBeNull()
    const theirs = { personId: other.personId, labId, content: 'SELECT 3', basedOn: 0 }
    expect((await saveLabDraft(theirs)).replaced).toBe(false)
    expect((await findLabDraft(other.personId, labId))?.hintsShown).toBe(0)
    expect((await findLabDraft(personId, labId))?.content).toBe('SELECT 2')
  })

  it('says when it replaced what another window had saved', async () => {
    const { labId } = await aLab()
    const { personId } = await aPerson()
    const one = await saveLabDraft({ personId, labId, content: 'a', basedOn: 0 })
    expect(one.replaced).toBe(false)
    const stale = await saveLabDraft({ personId, labId, content: 'b', basedOn: one.savedAt - 1 })
    expect(stale.replaced).toBe(true)
    const same = await saveLabDraft({ personId, labId, content: 'b', basedOn: 1 })
    expect(same).toEqual({ savedAt: stale.savedAt, replaced: false })
    const current = await saveLabDraft({ personId, labId, content: 'c', basedOn: same.savedAt })
    expect(current.replaced).toBe(false)
    expect((await findLabDraft(personId, labId))?.content).toBe('c')
  })
})

describe('an attempt', () => {
  it('is recorded once for one form, however often it is sent', async () => {
    const lab = await aLab()
    const { personId } = await aPerson()
    const attempt = anAttempt({ personId, ...lab, passed: false })
    const first = await recordLabAttempt(attempt)
    expect(await recordLabAttempt(attempt)).toEqual(first)
    expect(await countLabAttempts(personId, lab.labId)).toBe(1)
    expect(await evidenceOf(personId)).toEqual([])
    expect(await listPassedLabs(personId, [lab.labId])).toEqual([])
  })

  it('that passes gives evidence of each skill, and a second pass none', async () => {
    const lab = await aLab()
    const { personId } = await aPerson()
    await recordLabAttempt(anAttempt({ personId, ...lab }))
    await recordLabAttempt(anAttempt({ personId, ...lab }))
    const rows = await evidenceOf(personId)
    expect(rows.map(({ skill, level, kind }) => [skill, level, kind]).sort()).toEqual([
      ['data-sql', 2, 'unsupervised-lab'],
      ['protecting-devices', 1, 'unsupervised-lab'],
    ])
    expect(rows.every((row) => row.sourceId === lab.labId)).toBe(true)
    expect(rows.every((row) => row.sourceVersion === lab.versionId)).toBe(true)
    const held = await read()
      .select({ skill: personSkills.skill, level: personSkills.level })
      .from(personSkills)
      .where(eq(personSkills.personId, personId))
    expect(held).toHaveLength(2)
  })

  it('gives evidence again where the former was revoked, and there alone', async () => {
    const lab = await aLab()
    const { personId } = await aPerson()
    await recordLabAttempt(anAttempt({ personId, ...lab }))
    const [revoked] = await evidenceOf(personId)
    await perform(
      { actorId: 'system', action: 'evidence.revoked', subjectId: revoked?.id ?? '' },
      (work) => revokeEvidence(work, revoked?.id ?? '', 'platform'),
    )
    const again = await recordLabAttempt(anAttempt({ personId, ...lab }))
    expect(again).toMatchObject({ ok: true, value: { evidence: [revoked?.skill] } })
    // Two of the first pass, the revocation, and one more.
    expect(await evidenceOf(personId)).toHaveLength(4)
    const third = await recordLabAttempt(anAttempt({ personId, ...lab }))
    expect(third).toMatchObject({ ok: true, value: { evidence: [] } })
  })

  it('completes the begun modules of its course that wait for nothing else', async () => {
    const lab = await aLab()
    const { personId } = await aPerson()
    await publishModules(lab.course, {
      '01-start': ['triage'],
      '02-next': ['triage', 'another'],
      '03-not-begun': ['triage'],
    })
    await openModule(personId, `${lab.course}/01-start`)
    await openModule(personId, `${lab.course}/02-next`)
    await recordLabAttempt(anAttempt({ personId, ...lab, passed: false }))
    expect(await listCredits(personId)).toEqual([])
    const passed = await recordLabAttempt(anAttempt({ personId, ...lab }))
    const moduleId = `${lab.course}/01-start`
    expect(passed).toMatchObject({ ok: true, value: { completed: [moduleId] } })
    expect(await listCredits(personId)).toMatchObject([{ moduleId, hours: 0.5 }])
  })

  it('to a draw that was submitted before is refused, and leaves nothing', async () => {
    const lab = await aLab()
    const { personId } = await aPerson()
    await recordLabAttempt(anAttempt({ personId, ...lab, passed: false, draw: 1 }))
    expect(await recordLabAttempt(anAttempt({ personId, ...lab, draw: 1 }))).toEqual(fail('stale'))
    expect(await evidenceOf(personId)).toEqual([])
    expect(await recordLabAttempt(anAttempt({ personId, ...lab, draw: 2 }))).toMatchObject({
      ok: true,
    })
  })

  it('is shown to its owner alone, and at its own lab alone', async () => {
    const [lab, elsewhere] = [await aLab(), await aLab()]
    const [owner, other] = [await aPerson(), await aPerson()]
    const recorded = await recordLabAttempt(anAttempt({ personId: owner.personId, ...lab }))
    const id = recorded.ok ? recorded.value.id : ''
    expect((await findLabAttempt(owner.personId, lab.labId, id))?.report).toMatchObject({
      runtime: 'answers',
    })
    expect(await findLabAttempt(other.personId, lab.labId, id)).toBeNull()
    expect(await findLabAttempt(owner.personId, elsewhere.labId, id)).toBeNull()
    expect(await listLabAttempts(other.personId, lab.labId)).toEqual([])
  })

  it('counts towards the states and the labs passed of its owner', async () => {
    const [passed, failed, begun] = [await aLab(), await aLab(), await aLab()]
    const { personId } = await aPerson()
    await recordLabAttempt(anAttempt({ personId, ...passed }))
    await recordLabAttempt(anAttempt({ personId, ...passed, passed: false }))
    await recordLabAttempt(anAttempt({ personId, ...failed, passed: false }))
    const { savedAt } = await saveLabDraft({ personId, labId: begun.labId, content: 'x' })
    const states = await listLabStates(personId)
    expect(states.get(passed.labId)).toEqual({ attempts: 2, passedAt: expect.any(Number) })
    expect(states.get(failed.labId)).toEqual({ attempts: 1 })
    expect(states.get(begun.labId)).toEqual({ attempts: 0, savedAt })
    const ids = [passed.labId, failed.labId, begun.labId]
    expect(await listPassedLabs(personId, ids)).toEqual([passed.labId])
    expect(await listPassedLabs(personId, [])).toEqual([])
  })
})
