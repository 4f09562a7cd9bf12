import { questionFaults } from '#app/assessment/domain/variant.ts'
import { quizFile } from '#app/learning/domain/quiz.ts'
import { checkLesson, type GatedLesson } from '#app/learning/gate.server.ts'
import { blockHashes } from '#app/learning/lesson-blocks.server.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type {
  FileReading,
  LessonReading,
  QuizReading,
  ReadLesson,
  TextProblem,
} from './domain/reading.ts'
import { explainFault, quizWords } from './explain-yaml.server.ts'
import { linesBefore, picturesIn, placements, placesIn } from './lesson-places.server.ts'
import { readYaml } from './yaml-file.server.ts'

function factsOf(text: string, lesson: GatedLesson): ReadLesson {
  const before = linesBefore(text, lesson)
  const moved = <P extends { line: number }>(places: P[]) => placesIn(text, lesson, places)
  const { tree, source, frontMatter } = lesson
  const written = tree.children.filter(({ type }) => type !== 'mdxFlowExpression')
  return {
    frontMatter,
    source,
    quizzes: moved(placements(lesson, 'Quiz')),
    labs: moved(placements(lesson, 'Lab')),
    pictures: moved(picturesIn(lesson)),
    blocks: blockHashes(tree, source).map(({ hash }, index) => {
      return { hash, line: (written[index]?.position?.start.line ?? 1) + before }
    }),
  }
}

/** Runs a reading without a bound of its own: the process it runs in is stopped from outside. */
const unbounded = <T>(reading: () => T): T => reading()

function throughGate(input: Uint8Array | string): FileReading & { lesson?: GatedLesson } {
  const verdict = checkLesson(input, { locale: currentLocale(), deadline: unbounded })
  const problems = verdict.problems.map(({ code, detail, line, column, message, severity }) => {
    return { code, detail, line, column, message, severity }
  })
  return { ...verdict, problems }
}

/** What the gate alone says of a file; for the worker, as the next one is. */
export function readFile(bytes: Uint8Array): FileReading {
  const { ok, problems } = throughGate(bytes)
  return { ok, problems }
}

/**
 * Puts a lesson through the gate and gathers what a draft is checked by. It takes as long as the text
 * makes it take, so it is to be called in the worker (`check-worker.ts`), or in a test.
 */
export function readLesson(text: string): LessonReading {
  const { lesson, problems } = throughGate(text)
  return { problems, ...(lesson && { lesson: factsOf(text, lesson) }) }
}

/** Reads `quiz.yaml`; likewise for the worker, since its parser has slow corners too. */
export function readQuiz(text: string): QuizReading {
  const { value: quiz, problems: found, placeOf } = readYaml(text, quizFile, '', quizWords)
  const problems: TextProblem[] = found.map(({ file: _, ...problem }) => problem)
  const add = (path: PropertyKey[], message: string) => {
    problems.push({ code: 'QUESTION', ...placeOf(path), message, severity: 'error' })
  }
  const quizzes = quiz?.quizzes ?? []
  for (const [i, { id, questions }] of quizzes.entries()) {
    if (quizzes.findIndex((other) => other.id === id) !== i) {
      add(['quizzes', i, 'id'], m.authoring_quiz_repeated({ id }))
    }
    for (const [j, question] of questions.entries()) {
      for (const fault of questionFaults(question)) {
        add(['quizzes', i, 'questions', j], explainFault(question.id, fault))
      }
    }
  }
  return { problems, ...(quiz && { quiz }) }
}
