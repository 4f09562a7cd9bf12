import { join } from 'node:path'
import { checkLab } from '#app/labs/check-lab.server.ts'
import { builtSqlChild, createSqlRunner } from '#app/labs/runners/sql.server.ts'
import { checkPictures } from './content-pictures.server.ts'
import { checkReferences } from './content-references.server.ts'
import { readContentTree } from './content-tree.server.ts'
import type { ContentProblem } from './domain/content-problem.ts'

const top = { line: 1, column: 1 }

export type ContentReport = {
  files: number
  counts: Record<'courses' | 'modules' | 'labs' | 'items' | 'skills' | 'roles', number>
  problems: ContentProblem[]
}

/** Checks all of content/: every file, what they say of each other, and every lab's submissions. */
export async function checkContent(root = 'content'): Promise<ContentReport> {
  const tree = readContentTree(root)
  const problems = [...tree.problems, ...checkReferences(tree), ...checkPictures(tree)]
  const labs = tree.courses.flatMap((course) => course.labs)
  const { run } = createSqlRunner({ entry: builtSqlChild() })
  for (const { path, manifest, files } of labs) {
    for (const found of await checkLab(manifest, files, run)) {
      const file = join(path, found.file ?? 'lab.yaml')
      const at = tree.places.get(file)?.(found.path) ?? top
      problems.push({ ...at, file, code: 'LAB', message: found.message, severity: 'error' })
    }
  }
  return {
    files: tree.files,
    counts: {
      courses: tree.courses.length,
      modules: tree.courses.flatMap((course) => course.modules).length,
      labs: labs.length,
      items: tree.banks.flatMap(({ value }) => value.items).length,
      skills: tree.frameworks.flatMap(({ value }) => value.skills).length,
      roles: tree.roles.length,
    },
    problems,
  }
}
