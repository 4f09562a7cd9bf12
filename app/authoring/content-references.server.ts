import { readFileSync } from 'node:fs'
import { questionProblems } from '#app/assessment/domain/variant.ts'
import { blockHashes } from '#app/learning/lesson-blocks.server.ts'
import type { ContentTree, CourseFolder, ModuleFolder } from './content-tree.server.ts'
import type { ContentProblem } from './domain/content-problem.ts'
import type { Placement } from './domain/reading.ts'
import { placements, placesIn } from './lesson-places.server.ts'

type Place = { line: number; column: number }
const top: Place = { line: 1, column: 1 }
type Report = (
  file: string,
  message: string,
  at?: Place,
  severity?: ContentProblem['severity'],
) => void

function compareIds(report: Report, file: string, what: string, ids: Placement[], known: string[]) {
  for (const { id, ...at } of ids) {
    if (!known.includes(id)) report(file, `there is no ${what} '${id}'`, at)
  }
  for (const id of known) {
    const times = ids.filter((other) => other.id === id).length
    if (times === 0) report(file, `the ${what} '${id}' stands nowhere in the lesson`)
    if (times > 1) report(file, `the ${what} '${id}' stands ${times} times in the lesson`)
  }
}

function checkModule(report: Report, folder: ModuleFolder, course: CourseFolder): void {
  const { path, content, quiz, lessons } = folder
  const labs = course.labs.map(({ slug }) => slug)
  for (const [locale, lesson] of Object.entries(lessons)) {
    const file = `${path}/lesson.${locale}.mdx`
    const text = readFileSync(file, 'utf8')
    const placed = (component: 'Quiz' | 'Lab') =>
      placesIn(text, lesson, placements(lesson, component))
    const quizzes = quiz.quizzes.map(({ id }) => id)
    compareIds(report, file, 'quiz', placed('Quiz'), quizzes)
    for (const { id, ...at } of placed('Lab')) {
      if (!labs.includes(id)) report(file, `this course has no lab '${id}'`, at)
    }
  }
  for (const id of content.labs) {
    if (!labs.includes(id)) report(`${path}/module.yaml`, `this course has no lab '${id}'`)
  }
  for (const question of quiz.quizzes.flatMap(({ questions }) => questions)) {
    for (const fault of questionProblems(question)) {
      report(`${path}/quiz.yaml`, `${question.id}: ${fault}`)
    }
  }
  const ids = quiz.quizzes.flatMap(({ questions }) => questions.map(({ id }) => id))
  for (const id of ids.filter((each, index) => ids.indexOf(each) !== index)) {
    report(`${path}/quiz.yaml`, `the question id '${id}' is used twice in this module`)
  }
  checkDrift(report, folder)
}

/** Says when the Chinese was changed after the English was written from it. */
function checkDrift(report: Report, { path, content, lessons }: ModuleFolder): void {
  const chinese = lessons['zh-CN']
  if (!chinese || !lessons.en) return
  const file = `${path}/module.yaml`
  if (!content.translatedFrom) {
    report(file, 'translatedFrom is missing: run civic content translated', top, 'warning')
    return
  }
  const known = new Set(content.translatedFrom)
  const changed = blockHashes(chinese.tree, chinese.source).filter(({ hash }) => !known.has(hash))
  if (changed.length > 0) {
    report(
      file,
      `${changed.length} Chinese blocks changed since the English was written`,
      top,
      'warning',
    )
  }
}

function checkBanks(report: Report, tree: ContentTree): void {
  for (const { path, value: bank } of tree.banks) {
    const aspects = new Set(bank.aspects.map(({ id }) => id))
    const ids = new Set<string>()
    for (const { aspect, question } of bank.items) {
      if (!aspects.has(aspect)) report(path, `${question.id}: there is no aspect '${aspect}'`)
      if (ids.has(question.id)) report(path, `${question.id} is used twice`)
      ids.add(question.id)
      for (const fault of questionProblems(question)) report(path, `${question.id}: ${fault}`)
    }
  }
}

/** Checks what one file says of another: skills, quizzes, labs, aspects, sources. */
export function checkReferences(tree: ContentTree): ContentProblem[] {
  const problems: ContentProblem[] = []
  const report: Report = (file, message, { line, column } = top, severity = 'error') => {
    const code = severity === 'error' ? 'REFERENCE' : 'DRIFT'
    problems.push({ file, code, line, column, message, severity })
  }
  const skills = tree.frameworks.flatMap(({ value }) => value.skills.map(({ code }) => code))
  const sources = new Set(tree.frameworks.flatMap(({ value }) => value.sources.map(({ id }) => id)))
  const wanted = (file: string, codes: string[]) => {
    for (const code of codes)
      if (!skills.includes(code)) report(file, `there is no skill '${code}'`)
  }
  const published = (
    file: string,
    ours: string,
    { source, code }: Record<'source' | 'code', string>,
  ) => {
    const known = tree.codes.get(source)
    if (!sources.has(source)) report(file, `${ours}: there is no source '${source}'`)
    else if (known && !known.has(code)) report(file, `${ours}: ${source} has no '${code}'`)
  }
  for (const { path, value } of tree.frameworks) {
    for (const { code, crosswalk } of value.skills) {
      if (skills.filter((other) => other === code).length > 1) report(path, `${code} is used twice`)
      for (const found of crosswalk) published(path, code, found)
    }
  }
  for (const { path, value } of tree.roles) {
    const codes = value.requires.map(({ skill }) => skill)
    wanted(path, codes)
    for (const found of value.elsewhere) published(path, value.code, found)
  }
  for (const course of tree.courses) {
    wanted(
      `${course.path}/course.yaml`,
      course.content.skills.map(({ skill }) => skill),
    )
    for (const folder of course.modules) {
      wanted(
        `${folder.path}/module.yaml`,
        folder.content.skills.map(({ skill }) => skill),
      )
      checkModule(report, folder, course)
    }
    for (const { path, manifest, slug } of course.labs) {
      wanted(
        `${path}/lab.yaml`,
        manifest.skills.map(({ skill }) => skill),
      )
      if (manifest.slug !== slug) report(`${path}/lab.yaml`, `its folder is called '${slug}'`)
    }
  }
  for (const { path, value } of tree.banks) wanted(path, [value.skill])
  checkBanks(report, tree)
  return problems
}
