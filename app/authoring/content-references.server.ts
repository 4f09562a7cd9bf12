import { readFileSync } from 'node:fs'
import type { Question } from '#app/assessment/domain/question.ts'
import { questionProblems } from '#app/assessment/domain/variant.ts'
import { blockHashes } from '#app/learning/lesson-blocks.server.ts'
import type { ContentTree, CourseFolder, ModuleFolder } from './content-tree.server.ts'
import type { ContentProblem } from './domain/content-problem.ts'
import type { Placement } from './domain/reading.ts'
import { placements, placesIn } from './lesson-places.server.ts'

type Place = { line: number; column: number }
const top: Place = { line: 1, column: 1 }
/** `at` is a place, or the path of a value in a YAML file. */
type Report = (
  file: string,
  message: string,
  at?: Place | PropertyKey[],
  severity?: ContentProblem['severity'],
) => void

function compareIds(report: Report, file: string, what: string, ids: Placement[], known: string[]) {
  for (const { id, ...at } of ids) {
    if (!known.includes(id)) report(file, `there is no ${what} '${id}'`, at)
  }
  for (const id of known) {
    const [first, second] = ids.filter((other) => other.id === id)
    if (!first) report(file, `the ${what} '${id}' stands nowhere in the lesson`)
    if (second) report(file, `the ${what} '${id}' stands in the lesson more than once`, second)
  }
}

/** A question with its path in its file. */
type Asked = { question: Question; path: PropertyKey[] }

/** Of questions in one file: ids used twice, and what no learner could answer. */
function checkQuestions(report: Report, file: string, asked: Asked[]): void {
  const ids = new Set<string>()
  for (const { question, path } of asked) {
    const { id } = question
    if (ids.has(id)) report(file, `the question id '${id}' is used twice`, [...path, 'id'])
    ids.add(id)
    for (const fault of questionProblems(question)) report(file, `${id}: ${fault}`, path)
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
  for (const [i, id] of content.labs.entries()) {
    if (labs.includes(id)) continue
    report(`${path}/module.yaml`, `this course has no lab '${id}'`, ['labs', i])
  }
  const asked = quiz.quizzes.flatMap(({ questions }, i) =>
    questions.map((question, k) => ({ question, path: ['quizzes', i, 'questions', k] })),
  )
  checkQuestions(report, `${path}/quiz.yaml`, asked)
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
    const message = `${changed.length} Chinese blocks changed since the English was written`
    report(file, message, ['translatedFrom'], 'warning')
  }
}

function checkBanks(report: Report, tree: ContentTree): void {
  for (const { path, value: bank } of tree.banks) {
    const aspects = new Set(bank.aspects.map(({ id }) => id))
    for (const [i, { aspect, question }] of bank.items.entries()) {
      if (aspects.has(aspect)) continue
      report(path, `${question.id}: there is no aspect '${aspect}'`, ['items', i, 'aspect'])
    }
    const asked = bank.items.map(({ question }, i) => {
      return { question, path: ['items', i, 'question'] }
    })
    checkQuestions(report, path, asked)
  }
}

/** That skills are each defined once, and that codes of other frameworks are ones they published. */
function checkFrameworks(report: Report, tree: ContentTree): void {
  const sources = new Set(tree.frameworks.flatMap(({ value }) => value.sources.map(({ id }) => id)))
  const checkPublished = (
    file: string,
    { ours, path }: { ours: string; path: PropertyKey[] },
    { source, code }: Record<'source' | 'code', string>,
  ) => {
    const known = tree.codes.get(source)
    if (!sources.has(source)) {
      report(file, `${ours}: there is no source '${source}'`, [...path, 'source'])
    } else if (known && !known.has(code)) {
      report(file, `${ours}: ${source} has no '${code}'`, [...path, 'code'])
    }
  }
  const defined = new Set<string>()
  for (const { path: file, value } of tree.frameworks) {
    for (const [i, { code, crosswalk }] of value.skills.entries()) {
      if (defined.has(code)) report(file, `${code} is used twice`, ['skills', i, 'code'])
      defined.add(code)
      for (const [k, found] of crosswalk.entries()) {
        checkPublished(file, { ours: code, path: ['skills', i, 'crosswalk', k] }, found)
      }
    }
  }
  for (const { path: file, value } of tree.roles) {
    for (const [i, found] of value.elsewhere.entries()) {
      checkPublished(file, { ours: value.code, path: ['elsewhere', i] }, found)
    }
  }
}

/** That every skill that is asked for or taught is defined. */
function checkSkills(report: Report, tree: ContentTree): void {
  const known = new Set(
    tree.frameworks.flatMap(({ value }) => value.skills.map(({ code }) => code)),
  )
  const checkSkill = (file: string, code: string, path: PropertyKey[]) => {
    if (!known.has(code)) report(file, `there is no skill '${code}'`, path)
  }
  const checkList = (file: string, list: { skill: string }[], name = 'skills') => {
    for (const [i, { skill }] of list.entries()) checkSkill(file, skill, [name, i, 'skill'])
  }
  for (const { path, value } of tree.roles) checkList(path, value.requires, 'requires')
  for (const { path, content, modules, labs } of tree.courses) {
    checkList(`${path}/course.yaml`, content.skills)
    for (const folder of modules) checkList(`${folder.path}/module.yaml`, folder.content.skills)
    for (const lab of labs) checkList(`${lab.path}/lab.yaml`, lab.manifest.skills)
  }
  for (const { path, value } of tree.banks) checkSkill(path, value.skill, ['skill'])
}

/** Checks what one file says of another: skills, quizzes, labs, aspects, sources. */
export function checkReferences(tree: ContentTree): ContentProblem[] {
  const problems: ContentProblem[] = []
  const report: Report = (file, message, at = top, severity = 'error') => {
    const { line, column } = Array.isArray(at) ? (tree.places.get(file)?.(at) ?? top) : at
    const code = severity === 'error' ? 'REFERENCE' : 'DRIFT'
    problems.push({ file, code, line, column, message, severity })
  }
  checkFrameworks(report, tree)
  checkSkills(report, tree)
  for (const course of tree.courses) {
    for (const folder of course.modules) checkModule(report, folder, course)
    for (const { path, manifest, slug } of course.labs) {
      if (manifest.slug === slug) continue
      report(`${path}/lab.yaml`, `its folder is called '${slug}'`, ['slug'])
    }
  }
  checkBanks(report, tree)
  return problems
}
