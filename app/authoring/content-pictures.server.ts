import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContentTree, CourseFolder, Lessons } from './content-tree.server.ts'
import type { ContentProblem } from './domain/content-problem.ts'
import { pictureAddress } from './domain/picture/read-picture.ts'
import { picturesIn, placesIn } from './lesson-places.server.ts'

function missingIn(course: CourseFolder, folder: string, name: string, lessons: Lessons) {
  const { slug } = course.content
  const known = course.pictures.map((picture) => pictureAddress(slug, picture.name))
  return Object.entries(lessons).flatMap(([locale, lesson]) => {
    const file = join(folder, `${name}.${locale}.mdx`)
    const shown = placesIn(readFileSync(file, 'utf8'), lesson, picturesIn(lesson))
    return shown.flatMap(({ address, line, column }): ContentProblem[] => {
      if (known.includes(address)) return []
      const message = `there is no picture '${address}' in ${course.path}/assets`
      const place = { file, line, column }
      return [{ ...place, code: 'PICTURE', message, severity: 'error' }]
    })
  })
}

/** Where a lesson or a lab's statement shows a picture that its course's assets folder does not have. */
export function checkPictures(tree: ContentTree): ContentProblem[] {
  return tree.courses.flatMap((course) => [
    ...course.modules.flatMap(({ path, lessons }) => missingIn(course, path, 'lesson', lessons)),
    ...course.labs.flatMap(({ path, statements }) =>
      missingIn(course, path, 'statement', statements),
    ),
  ])
}
