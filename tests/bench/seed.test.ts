import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completionSteps, isComplete, questionKey } from '#app/learning/domain/completion.ts'
import { loadHome } from '#app/learning/load-home.server.ts'
import { startRuntime, stopRuntime } from '#app/runtime.server.ts'
import { perform } from '#db/audit/perform.server.ts'
import { findModuleVersion } from '#db/catalogue/queries.server.ts'
import { read } from '#db/client.server.ts'
import { count, engine, isNotNull } from '#db/dialect/index.ts'
import { summariseLabs } from '#db/labs/summaries.server.ts'
import { listCheckAnswers, listCredits, listProgress } from '#db/learning/queries.server.ts'
import { checkAnswers, moduleProgress } from '#db/learning/tables.server.ts'
import { people } from '#db/organisation/tables.server.ts'
import { rebuildPersonSkills } from '#db/talent/evidence.server.ts'
import { listPersonSkills } from '#db/talent/person-skills.server.ts'
import { registryEntries } from '#db/talent/tables.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import { freshFolder } from '#tests/prepared.ts'
import { seed, type World } from './seed.ts'

const size = 40

/** The modules that this person's answers and labs complete, by the product's own rule. */
async function completedBy(personId: string): Promise<string[]> {
  const completed: string[] = []
  for (const { moduleId, versionId } of await listProgress(personId)) {
    const version = await findModuleVersion(versionId)
    const right = (await listCheckAnswers(personId, moduleId)).filter(({ correct }) => correct)
    const labs = await summariseLabs(personId, moduleId.split('/')[0] ?? '')
    const shown = {
      questions: new Set(right.map((each) => questionKey(each.quizId, each.questionId))),
      labs: new Set([...labs].filter(([, { passed }]) => passed).map(([slug]) => slug)),
    }
    if (version && isComplete(completionSteps(version.content, version.quiz, shown))) {
      completed.push(moduleId)
    }
  }
  return completed
}

async function levelsOf(personId: string): Promise<[string, number][]> {
  return (await listPersonSkills(personId)).map(({ skill, level }) => [skill, level])
}

describe.runIf(engine === 'sqlite')('what the bench measures on', () => {
  let data: ReturnType<typeof freshFolder>
  let world: World

  beforeAll(async () => {
    data = freshFolder()
    process.env.CIVIC_DATA = data.folder
    await startRuntime()
    world = await seed(size)
  })
  afterAll(async () => {
    await stopRuntime()
    data.forget()
  })

  it('is as many people as it says, each with an identity, most with a post and in the pool', async () => {
    const rows = await read().select().from(people)
    expect(rows).toHaveLength(size + 1)
    expect(rows.filter(({ roleProfile }) => roleProfile)).toHaveLength(size * 0.9)
    expect(await identitiesOf(world.people.map(({ id }) => id))).toHaveProperty('size', size)
    expect(await read().select().from(registryEntries)).toHaveLength(size * 0.9)
  })

  it('is as many answers as it says, to questions of published versions', async () => {
    const [row] = await read().select({ count: count() }).from(checkAnswers)
    expect([row?.count, world.progressEvents]).toEqual([5 * size, 5 * size])
    for (const { versionId } of await read().select().from(checkAnswers)) {
      expect(await findModuleVersion(versionId)).toBeDefined()
    }
  })

  it('completes what the product would, with credit hours for each', async () => {
    const rows = await read()
      .select()
      .from(moduleProgress)
      .where(isNotNull(moduleProgress.completedAt))
    expect(rows.length).toBeGreaterThan(size / 10)
    for (const { id } of world.people) {
      const mine = rows.filter(({ personId }) => personId === id).map(({ moduleId }) => moduleId)
      expect(mine.sort()).toEqual((await completedBy(id)).sort())
      expect((await listCredits(id)).map(({ moduleId }) => moduleId).sort()).toEqual(mine)
    }
  })

  it('holds the skills that the evidence makes', async () => {
    const all = new Map<string, [string, number][]>()
    for (const { id } of world.people) all.set(id, await levelsOf(id))
    expect([...all.values()].flat().length).toBeGreaterThan(size)
    for (const { id } of world.people) {
      const command = { actorId: 'system', action: 'skills.rebuilt', subjectId: id } as const
      await perform(command, (work) => rebuildPersonSkills(work, id))
      expect(await levelsOf(id)).toEqual(all.get(id))
    }
  })

  it('measures a learner with a post, skills, a module completed and one half done', async () => {
    const who = { personId: world.learnerId, locale: 'zh-CN', timeZone: 'Asia/Shanghai' } as const
    const home = await loadHome({ ...who, roleProfile: 'county-data-officer' })
    expect(home.step).toMatchObject({ kind: 'continue', href: expect.stringContaining('/02-') })
    expect(home.underWay).toMatchObject([{ slug: 'open-data-sql', completed: 1, total: 4 }])
    expect(home.skills.filter(({ held }) => held > 0).length).toBeGreaterThan(0)
  })
})
