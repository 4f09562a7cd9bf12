import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { publishContent } from '#app/authoring/publish-content.server.ts'
import { findPicture, listPictures } from '#db/catalogue/pictures.server.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

const root = mkdtempSync(join(tmpdir(), 'civic-assets-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A PNG of one pixel. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('the assets folder of a course', () => {
  it('is published with the course, all but what is no picture', async () => {
    const course = 'security-for-everyone'
    const path = join(root, 'courses', course)
    mkdirSync(join(path, 'assets'), { recursive: true })
    cpSync('content/regions', join(root, 'regions'), { recursive: true })
    cpSync(join('content/courses', course, 'course.yaml'), join(path, 'course.yaml'))
    writeFileSync(join(path, 'assets', 'dot.png'), dot)
    writeFileSync(join(path, 'assets', 'words.png'), 'no picture')
    const { published, problems } = await publishContent('operator', root)
    expect(published).toContain(`assets/${course}/dot.png`)
    const refused = problems.filter(({ code }) => code === 'PICTURE').map(({ file }) => file)
    expect(refused).toEqual([join(path, 'assets', 'words.png')])
    expect((await listPictures(course)).map(({ name }) => name)).toEqual(['dot.png'])
    const picture = await findPicture(course, 'dot.png')
    expect(picture).toMatchObject({ type: 'image/png', width: 1, height: 1, draftId: null })
    expect(picture?.publishedAt).toEqual(expect.any(Number))
  })
})
