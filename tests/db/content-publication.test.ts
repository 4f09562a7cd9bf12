import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkReferences } from '#app/authoring/content-references.server.ts'
import { readContentTree } from '#app/authoring/content-tree.server.ts'
import { compileTexts, publishContent } from '#app/authoring/publish-content.server.ts'
import { perform } from '#db/audit/perform.server.ts'
import { listCurrentVersions, publishModule } from '#db/catalogue/publish.server.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

const root = mkdtempSync(join(tmpdir(), 'civic-content-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const course = 'security-for-everyone'
const [mail, accounts] = ['01-mail-and-messages', '02-accounts-devices-and-data']
for (const part of ['regions', 'registry', 'frameworks', `courses/${course}`]) {
  cpSync(join('content', part), join(root, part), { recursive: true })
}
const publish = () => publishContent('operator', root)
const nameOf = (module: string) => `modules/${course}/${module}`

/** Adds a line to the English text of a lesson's file. */
function addLine(module: string, line: string): void {
  const file = join(root, 'courses', course, 'modules', module, 'lesson.en.mdx')
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${line}\n`)
}

/** A new version that was written in the product, as an approval makes it. */
async function approve(module: string): Promise<string> {
  const { courses } = readContentTree(root)
  const { content, quiz, lessons } = courses[0]!.modules.find(({ slug }) => slug === module)!
  const texts = await compileTexts(lessons)
  const version = { course, slug: module, content, quiz, texts, note: '' }
  const act = { actorId: 'reviewer', action: 'draft.approved', subjectId: module } as const
  return perform(act, (work) => publishModule(work, { ...version, origin: 'studio' }))
}

describe('publishing the content folder', () => {
  it('publishes what is new, then nothing, then what changed alone', async () => {
    const first = await publish()
    expect(first.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(first.published).toEqual(expect.arrayContaining([nameOf(mail), nameOf(accounts)]))
    const again = await publish()
    expect(again).toMatchObject({ published: [], unchanged: first.published.length, conflicts: [] })
    addLine(mail, 'Look at the address once more.')
    expect(await publish()).toMatchObject({ published: [nameOf(mail)], conflicts: [] })
  })

  it('leaves both where the product has a newer version, and says so each time', async () => {
    const written = await approve(mail)
    // A file that did not change is no conflict.
    expect(await publish()).toMatchObject({ published: [], conflicts: [] })
    addLine(mail, 'Ask by telephone.')
    addLine(accounts, 'Lock the screen.')
    const report = await publish()
    expect(report).toMatchObject({ published: [nameOf(accounts)], conflicts: [nameOf(mail)] })
    expect((await listCurrentVersions()).get(nameOf(mail))).toBe(written)
    expect((await publish()).conflicts).toEqual([nameOf(mail)])
  })

  it('leaves out a damaged file alone, with what is wrong in it', async () => {
    writeFileSync(join(root, 'regions', 'demonstration.csv'), 'code,name,parent\n99,示例省,\n')
    addLine(accounts, 'Take the key.')
    const { published, problems } = await publish()
    expect(published).toEqual([nameOf(accounts)])
    expect(problems).toContainEqual(
      expect.objectContaining({ file: join(root, 'regions', 'demonstration.csv'), line: 2 }),
    )
  })
})

it('finds a code that its source has not published', () => {
  const tree = readContentTree(root)
  const found = () => checkReferences(tree).map(({ message }) => message)
  expect(found()).toEqual([])
  const skills = tree.frameworks.flatMap(({ value }) => value.skills)
  const digital = skills.find(({ crosswalk }) => crosswalk[0]?.source === 'digcomp3')!
  digital.crosswalk[0]!.code = '9.9'
  expect(found()).toEqual([`${digital.code}: digcomp3 has no '9.9'`])
})

it('names the line of a check that is not there', () => {
  addLine(mail, '<Quiz id="no-such-check" />')
  const tree = readContentTree(root)
  const file = join(root, 'courses', course, 'modules', mail, 'lesson.en.mdx')
  const line = readFileSync(file, 'utf8').split('\n').indexOf('<Quiz id="no-such-check" />') + 1
  const [problem] = checkReferences(tree).filter(({ severity }) => severity === 'error')
  expect(problem).toMatchObject({ file, line, column: 1 })
  expect(problem?.message).toContain('no-such-check')
})
