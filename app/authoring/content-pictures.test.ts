import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { courseFile } from '#app/catalogue/domain/course.ts'
import { checkLesson } from '#app/learning/gate.server.ts'
import { checkPictures } from './content-pictures.server.ts'
import { readContentTree } from './content-tree.server.ts'

const root = mkdtempSync(join(tmpdir(), 'civic-pictures-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const tree = readContentTree()
const picture = { type: 'image/png', width: 1, height: 1, bytes: new Uint8Array() } as const
const chart = { name: 'chart.png', path: 'chart.png', picture, hash: '' }

/** The product's tree, but with one course of one lesson, whose assets folder holds `chart.png`. */
function treeWith(text: string) {
  const [real] = tree.courses
  const [module] = real?.modules ?? []
  const lesson = checkLesson(text).lesson
  if (!real || !module || !lesson) throw new Error('no course to begin from')
  const path = join(root, 'courses', 'sums')
  const folder = join(path, 'modules', '01-add')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'lesson.zh-CN.mdx'), text)
  const content = courseFile.parse({ ...real.content, slug: 'sums' })
  const modules = [{ ...module, path: folder, lessons: { 'zh-CN': lesson } }]
  return { ...tree, courses: [{ ...real, path, content, modules, labs: [], pictures: [chart] }] }
}

const lesson = (address: string) => `---\ntitle: 课\n---\n\n正文\n\n看 ![表](${address})\n`

describe('the pictures of lessons in content', () => {
  it('are those of the course’s assets folder', () => {
    expect(checkPictures(treeWith(lesson('/assets/sums/chart.png')))).toEqual([])
  })

  it.each(['/assets/sums/none.png', '/assets/other/chart.png'])(
    'are refused by line and column where they are missing: %s',
    (address) => {
      const [found, ...others] = checkPictures(treeWith(lesson(address)))
      expect(others).toEqual([])
      expect(found).toMatchObject({ code: 'PICTURE', line: 7, column: 3, severity: 'error' })
      expect(found?.file).toMatch(/lesson\.zh-CN\.mdx$/)
      expect(found?.message).toContain(address)
    },
  )
})
