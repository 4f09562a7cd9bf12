import type { SqlErrorKind, Verdict } from '#app/labs/domain/run.ts'
import type { Bilingual } from '#app/shared/domain/text.ts'

const refusals: Record<Exclude<SqlErrorKind, 'sql'>, Bilingual> = {
  empty: { 'zh-CN': '还没有写查询。', en: 'There is no query yet.' },
  'too-long': {
    'zh-CN': '查询太长，最多两万个字符。',
    en: 'The query is too long: 20,000 characters at most.',
  },
  'not-a-query': {
    'zh-CN': '这里只运行读数据的查询，要以SELECT或WITH开头。',
    en: 'Only queries that read run here: begin with SELECT or WITH.',
  },
  'several-statements': {
    'zh-CN': '一次只能交一条查询。请删掉分号后面的内容。',
    en: 'One query at a time: remove what follows the semicolon.',
  },
  refused: {
    'zh-CN': '查询里有这里不允许的操作。查询只能读本实验的表。',
    en: "The query does something that is not allowed here. It may only read this lab's tables.",
  },
  'too-many-rows': {
    'zh-CN': '结果的行数太多。看看是不是少了连接条件，或者缺少汇总。',
    en: 'The result has too many rows. Perhaps a join lacks its condition, or a total is missing.',
  },
  'too-big': {
    'zh-CN': '有一个值太大，超过了一百万字节。',
    en: 'One value is too big: over a million bytes.',
  },
  memory: {
    'zh-CN': '查询用的内存超过了上限。看看是不是少了连接条件。',
    en: 'The query needed more memory than it may use. Perhaps a join lacks its condition.',
  },
}

const fullWidth = /[\u3000\uFF01-\uFF5E。“”‘’]/

/** Statements of SQL that are no queries: what begins with another word is a slip of the pen. */
const statements =
  /^(alter|analyze|attach|begin|commit|create|delete|detach|drop|end|explain|insert|pragma|reindex|release|replace|rollback|savepoint|update|vacuum)$/i

/** Why what begins with `word` is not run: it would do more than read, or it is misspelt. */
function explainBegin(word: string): Bilingual {
  if (fullWidth.test(word)) return fullWidthFound
  if (/^(pragma|explain)$/i.test(word))
    return {
      'zh-CN': `这里只运行查询，不运行${word}。想知道表里有哪些列，可以运行SELECT * FROM pragma_table_info('表名')。`,
      en: `Only queries run here, ${word} does not. To see a table's columns, run SELECT * FROM pragma_table_info('table name').`,
    }
  if (statements.test(word))
    return {
      'zh-CN': `这里只运行读数据的查询，不运行${word}。查询以SELECT或WITH开头。`,
      en: `Only queries that read run here, ${word} does not. A query begins with SELECT or WITH.`,
    }
  return {
    'zh-CN': `查询要以SELECT或WITH开头，这一条的开头是${word}。请核对第一个词的拼写。`,
    en: `A query begins with SELECT or WITH, and this one with ${word}. Check how the first word is spelt.`,
  }
}

const fullWidthFound: Bilingual = {
  'zh-CN': '查询里有全角的字母、标点或空格。请换成半角的。',
  en: 'There are full-width letters, punctuation or spaces in the query. Use half-width ones.',
}

/** The commonest of SQLite's messages, with what usually causes them. First match wins. */
const common: [RegExp, (found: string) => Bilingual][] = [
  [fullWidth, () => fullWidthFound],
  [
    /^no such column: "(.+)"/,
    (name) => ({
      'zh-CN': `没有叫${name}的列。如果它是文字，要用单引号括起来，双引号括的是名称。`,
      en: `There is no column ${name}. If it is text, put it in single quotes; double quotes are for names.`,
    }),
  ],
  [
    /^no such column: (.+)/,
    (name) => ({
      'zh-CN': `没有叫${name}的列。请核对拼写，再看看这一列属于哪张表，那张表是不是写进了FROM。`,
      en: `There is no column ${name}. Check its spelling, which table it belongs to, and that FROM names that table.`,
    }),
  ],
  [
    /^no such table: (.+)/,
    (name) => ({
      'zh-CN': `没有叫${name}的表。请对照本页列出的表名。`,
      en: `There is no table ${name}. Compare it with the tables listed on this page.`,
    }),
  ],
  [
    /^ambiguous column name: (.+)/,
    (name) => ({
      'zh-CN': `不止一张表有${name}这一列。请在前面写上表名，比如 表名.${name}。`,
      en: `More than one table has a column ${name}. Write the table's name before it, as in table.${name}.`,
    }),
  ],
  [
    /^near "(.+)": syntax error/,
    (token) => ({
      'zh-CN': `从${token}这里开始读不懂了。问题常在它前面一点：少了逗号、括号，或者关键字的顺序不对。`,
      en: `It could not be read from ${token} on. The cause is often just before: a comma or bracket left out, or keywords in the wrong order.`,
    }),
  ],
  [
    /^incomplete input/,
    () => ({
      'zh-CN': '查询没有写完。请看看括号和引号是不是成对。',
      en: 'The query is not finished. See whether brackets and quotes come in pairs.',
    }),
  ],
  [
    /^misuse of aggregate/,
    () => ({
      'zh-CN': 'COUNT、SUM这类汇总不能写在WHERE里。对汇总结果的条件写在HAVING里。',
      en: 'Totals such as COUNT and SUM cannot stand in WHERE. Conditions on totals go in HAVING.',
    }),
  ],
]

/** SQLite's message, or our refusal, in plain words; null when we have none to add. */
export function explainSqlError(error: { kind: SqlErrorKind; message: string }): Bilingual | null {
  const begin = /^begins with (.+)/.exec(error.message)?.[1]
  if (error.kind === 'not-a-query' && begin) return explainBegin(begin)
  if (error.kind !== 'sql') return refusals[error.kind]
  for (const [pattern, words] of common) {
    const found = pattern.exec(error.message)
    if (found) return words(found[1] ?? '')
  }
  return null
}

/** What a run that ended early means for the learner; null for OK and ERROR. */
export function explainVerdict(verdict: Verdict, { wallMs }: { wallMs: number }): Bilingual | null {
  const seconds = wallMs / 1000
  switch (verdict) {
    case 'TIMEOUT':
      return {
        'zh-CN': `从开始起满${seconds}秒还没有运行完，已经停止。看看是不是少了连接条件，或者递归没有终止条件。`,
        en: `It was stopped unfinished ${seconds} s after it began. Perhaps a join lacks its condition, or a recursion its end.`,
      }
    case 'MEMORY':
      return refusals.memory
    case 'OUTPUT':
      return refusals['too-many-rows']
    case 'CRASH':
      return {
        'zh-CN': '运行环境意外退出，这次不算。请再交一次。',
        en: 'The sandbox stopped unexpectedly, so this attempt does not count. Please submit again.',
      }
    default:
      return null
  }
}
