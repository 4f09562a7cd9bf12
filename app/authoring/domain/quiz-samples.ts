import type { ExplainedQuestion } from '#app/assessment/domain/question.ts'

const prompt = `  prompt:
    zh-CN: 把问题写在这里，最好是学员工作里要做的判断。
    en: Write the question here, best a decision learners make at work.
`
const outcome = `  feedback:
    right:
      zh-CN: 对。再说一句为什么对。
      en: Right. Say why in one sentence.
    wrong:
      zh-CN: 说明该往哪里想。
      en: Say where to look.
`

function choice(id: string, isRight: boolean, [zh, en]: [string, string]): string {
  return `    - id: ${id}
${isRight ? '      correct: true\n' : ''}      text: { zh-CN: ${zh}, en: ${en} }
      feedback:
        zh-CN: ${isRight ? '对。再说一句为什么对。' : '说明错在哪里，该往哪里想。'}
        en: ${isRight ? 'Right. Say why in one sentence.' : 'Say what is wrong with it and where to look.'}
`
}

const misplaced = `      feedback:
        zh-CN: 放错了才看到这一句。说明它为什么不在那里。
        en: Shown where it is misplaced. Say why it does not belong there.
`
const step = (id: string, [zh, en]: [string, string]) =>
  `    - id: ${id}\n      text: { zh-CN: ${zh}, en: ${en} }\n${misplaced}`
const pair = (id: string, zh: string, en: string) =>
  `    - id: ${id}\n      left: { zh-CN: 左边${zh}, en: Left ${en} }\n      right: { zh-CN: 右边${zh}, en: Right ${en} }\n${misplaced}`

const right: [string, string] = ['对的做法', 'What is right']
const mistake: [string, string] = ['常见的错法', 'A common mistake']

/** One question of each type, as it stands below `questions:`, to insert and to overwrite. */
export const quizSamples = {
  single: `- id: new-single
  type: single
${prompt}  choices:
${choice('right-one', true, right)}${choice('wrong-one', false, mistake)}`,
  multiple: `- id: new-multiple
  type: multiple
${prompt}  choices:
${choice('right-one', true, right)}${choice('right-two', true, ['另一个对的做法', 'Another that is right'])}${choice('wrong-one', false, mistake)}`,
  order: `- id: new-order
  type: order
${prompt}  steps:
${step('first', ['第一步', 'The first step'])}${step('second', ['第二步', 'The second step'])}${step('third', ['第三步', 'The third step'])}${outcome}`,
  match: `- id: new-match
  type: match
${prompt}  pairs:
${pair('pair-a', '甲', 'A')}${pair('pair-b', '乙', 'B')}${outcome}`,
  number: `- id: new-number
  type: number
${prompt}  answer: 42
  tolerance: 0
  unit: { zh-CN: 行, en: rows }
  wrong:
    - answer: 24
      feedback:
        zh-CN: 说明错在哪里，该往哪里想。
        en: Say what is wrong with it and where to look.
${outcome}`,
  short: `- id: new-short
  type: short
${prompt}  accept: ['写法一', '写法二']
  wrong:
    - answers: ['常见的错答']
      feedback:
        zh-CN: 说明错在哪里，该往哪里想。
        en: Say what is wrong with it and where to look.
${outcome}`,
} satisfies Record<ExplainedQuestion['type'], string>

/**
 * The quiz with a sample as the last question of its last check, as far in as its questions are; without
 * any check, with one to hold it.
 */
export function withSample(quiz: string, sample: string): string {
  const text = quiz.trimEnd()
  const lines = text.split('\n')
  const list = lines.findLastIndex((line) => /^\s*questions:\s*$/.test(line))
  const head = list < 0 ? 'quizzes:\n  - id: new-check\n    questions:' : text
  const first = list < 0 ? undefined : lines.slice(list + 1).find((line) => /^\s*- /.test(line))
  const indent = first === undefined ? '      ' : (/^\s*/.exec(first)?.[0] ?? '')
  const set = sample.trimEnd().replace(/^/gm, indent)
  return `${head}\n${set}\n`
}
