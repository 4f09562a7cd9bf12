import type { Locale } from '#app/shared/domain/text.ts'
import { refusedCharacter } from './characters.ts'
import { messagesEn } from './messages-en.ts'
import { messagesZh } from './messages-zh.ts'
import type { Finding, Problem, ProblemKey } from './problem.ts'
import { refuses } from './problem.ts'

const messages = { en: messagesEn, 'zh-CN': messagesZh } satisfies Record<Locale, unknown>

/** What an author is told about `problem` in `locale`: what is wrong and what to do. */
export function explainProblem(
  problem: Pick<Finding, 'code' | 'detail' | 'subject'>,
  locale: Locale,
): string {
  // `finding` admits only pairs of the table, which is what ProblemKey enumerates.
  const key = `${problem.code}.${problem.detail}` as ProblemKey
  return messages[locale][key](shown(problem.subject))
}

/** `subject` for a sentence: what would disturb a page or a terminal is shown as U+FFFD. */
function shown(subject: string): string {
  return subject.replace(refusedCharacter, '\uFFFD')
}

/** `found` as it is handed out: with its severity and its sentence in `locale`. */
export function toProblem(found: Finding, locale: Locale): Problem {
  return {
    ...found,
    severity: refuses(found) ? 'error' : 'warning',
    message: explainProblem(found, locale),
  }
}
