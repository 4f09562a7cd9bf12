import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { approve } from '#app/authoring/approve-draft.server.ts'
import { contentOf } from '#app/authoring/draft-source.server.ts'
import { readLesson } from '#app/authoring/read-part.server.ts'
import { fail } from '#app/shared/domain/result.ts'
import { beginDraft, partHash, savePart, submitDraft } from '#db/authoring/commands.server.ts'
import { addPicture, removePicture } from '#db/authoring/picture-commands.server.ts'
import { findCurrentVersion } from '#db/authoring/published.server.ts'
import { findDraftAgain } from '#db/authoring/queries.server.ts'
import { findPicture, listPictures } from '#db/catalogue/pictures.server.ts'
import { pictures } from '#db/catalogue/tables.server.ts'
import { write } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { aCourse, draftContent } from '#tests/courses.ts'
import { by, known, tools } from '#tests/drafts.ts'
import { anOrganisation, aPerson } from '#tests/factories.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

let author: Actor
let reviewer: Actor

beforeAll(async () => {
  const unit = await anOrganisation()
  author = await aPerson({ unit, roles: ['author'] })
  reviewer = await aPerson({ unit, roles: ['reviewer'] })
})

async function aDraft(): Promise<{ id: string; course: string }> {
  const { course, versionId } = await aCourse()
  const about = { course, moduleSlug: '01-sums', baseVersionId: versionId }
  const { id } = await beginDraft(by(author), { ...draftContent, ...about })
  return { id, course }
}

async function draftNow(id: string) {
  const draft = await findDraftAgain(id)
  if (!draft) throw new Error('no draft')
  return draft
}

async function save(id: string, value: string) {
  const { revision, lessonZh } = await draftNow(id)
  const opened = { draftId: id, revision, base: partHash(lessonZh) }
  return savePart(by(author), { ...opened, part: 'zh', value })
}

describe('what is published of a draft', () => {
  it('keeps all of a lesson’s front matter for whoever edits it next', async () => {
    const { id, course } = await aDraft()
    const front = '---\ntitle: 课\nsummary: 一句\ntags: [甲, 乙]\nlang: zh-CN\norder: 3\n---\n'
    expect((await save(id, `${front}\n正文\n\n<Quiz id="first-check" />\n`)).ok).toBe(true)
    await submitDraft(by(author), id, 2, '改')
    const draft = await draftNow(id)
    const review = { draftId: id, revision: draft.revision, comment: '' }
    expect((await approve(by(reviewer), review, draft, known, tools)).ok).toBe(true)
    const version = await findCurrentVersion(`${course}/01-sums`)
    const { lessonZh } = contentOf(version!)
    const head = { title: '课', summary: '一句', tags: ['甲', '乙'], lang: 'zh-CN', order: 3 }
    expect(readLesson(lessonZh).lesson?.frontMatter).toEqual(head)
  })

  it('shows learners a lesson’s pictures once it is published, and no other', async () => {
    const { id, course } = await aDraft()
    const bytes = Buffer.from('a picture')
    const size = { type: 'image/png', width: 3, height: 2, alt: '表', bytes, hash: 'h' } as const
    for (const name of ['used.png', 'unused.png']) {
      expect((await addPicture(by(author), id, { ...size, name })).ok).toBe(true)
    }
    const shown = `\n![表](/assets/${course}/used.png)\n`
    const { lessonZh } = await draftNow(id)
    await save(id, lessonZh + shown)
    await submitDraft(by(author), id, 2, '加图')
    expect(await addPicture(by(author), id, { ...size, name: 'late.png' })).toEqual(fail('locked'))
    const draft = await draftNow(id)
    const review = { draftId: id, revision: draft.revision, comment: '' }
    const broken = await approve(by(reviewer), review, draft, known, tools)
    expect(broken).toEqual(fail('broken'))
    const shownNow = { ...known, pictures: [`/assets/${course}/used.png`] }
    const done = await approve(by(reviewer), review, draft, shownNow, tools)
    expect(done.ok).toBe(true)
    const published = (await listPictures(course)).map((each) => [each.name, each.publishedAt])
    expect(published).toEqual([
      ['unused.png', null],
      ['used.png', expect.any(Number)],
    ])
    expect((await findPicture(course, 'used.png'))?.bytes).toEqual(bytes)
  })
})

describe('a picture of a draft', () => {
  const bytes = Buffer.from('a picture')
  const picture = { type: 'image/png', width: 3, height: 2, alt: '表', bytes, hash: 'h' } as const
  const names = async (course: string) => (await listPictures(course)).map(({ name }) => name)

  it('is removed once no text names it', async () => {
    const { id, course } = await aDraft()
    await addPicture(by(author), id, { ...picture, name: 'chart.png' })
    const { lessonZh } = await draftNow(id)
    await save(id, `${lessonZh}\n![表](/assets/${course}/chart.png)\n`)
    expect(await removePicture(by(author), id, 'chart.png')).toEqual(fail('named'))
    await save(id, lessonZh)
    expect((await removePicture(by(author), id, 'chart.png')).ok).toBe(true)
    expect(await names(course)).toEqual([])
    expect(await removePicture(by(author), id, 'chart.png')).toEqual(fail('missing'))
  })

  it('stays where it is another draft’s, was published, or the draft waits', async () => {
    const { id, course } = await aDraft()
    await addPicture(by(author), id, { ...picture, name: 'chart.png' })
    const other = await aDraft()
    expect(await removePicture(by(author), other.id, 'chart.png')).toEqual(fail('missing'))
    await write((tx) =>
      tx.update(pictures).set({ publishedAt: 1 }).where(eq(pictures.course, course)),
    )
    expect(await removePicture(by(author), id, 'chart.png')).toEqual(fail('missing'))
    await submitDraft(by(author), id, 1, '看看')
    expect(await removePicture(by(author), id, 'chart.png')).toEqual(fail('locked'))
    expect(await names(course)).toEqual(['chart.png'])
  })
})
