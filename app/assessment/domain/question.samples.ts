import { explainedQuestion } from '#app/assessment/domain/question.ts'

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const outcome = { right: both('对了', 'SECRET right'), wrong: both('再想想', 'SECRET wrong') }

/** One question of each type, for tests of presenting, reading and grading. */
export const questionSamples = [
  {
    id: 'count-rows',
    type: 'single',
    prompt: both('{{n}}行数据里有几行？', 'How many of {{n}} rows?'),
    choices: [
      { id: 'right-one', text: both('{{n}}', '{{n}}'), correct: true, feedback: outcome.right },
      { id: 'wrong-one', text: both('零', 'none'), feedback: both('不对', 'SECRET none') },
      { id: 'wrong-two', text: both('一', 'one'), feedback: both('少了', 'SECRET one') },
    ],
    variants: [{ n: 12 }, { n: 40 }, { n: 7 }],
  },
  {
    id: 'personal-data',
    type: 'multiple',
    prompt: both('哪些是个人信息？', 'Which are personal data?'),
    choices: [
      { id: 'a', text: both('姓名', 'a name'), correct: true, feedback: both('是', 'SECRET a') },
      { id: 'b', text: both('电话', 'a phone'), correct: true, feedback: both('是', 'SECRET b') },
      { id: 'c', text: both('天气', 'weather'), feedback: both('不是', 'SECRET c') },
      { id: 'd', text: both('年份', 'a year'), feedback: both('不是', 'SECRET d') },
    ],
  },
  {
    id: 'steps',
    type: 'order',
    prompt: both('排序', 'Put in order'),
    steps: ['first', 'second', 'third', 'fourth'].map((id) => ({
      id,
      text: both(`步骤${id.length}${id[1]}`, `do ${id[1]}${id[2]}`),
      feedback: both('位置不对', `SECRET ${id}`),
    })),
    feedback: outcome,
  },
  {
    id: 'pairs',
    type: 'match',
    prompt: both('连线', 'Match'),
    pairs: [
      { id: 'p1', left: both('身份证号', 'id number'), right: both('敏感', 'sensitive') },
      { id: 'p2', left: both('人脸', 'face'), right: both('敏感', 'sensitive') },
      { id: 'p3', left: both('邮编', 'postcode'), right: both('一般', 'ordinary') },
    ].map((pair) => ({ ...pair, feedback: both('再看定义', `SECRET ${pair.id}`) })),
    distractors: [{ id: 'd1', text: both('国家秘密', 'state secret') }],
    feedback: outcome,
  },
  {
    id: 'total',
    type: 'number',
    prompt: both('{{a}}加100是多少？', 'What is {{a}} plus 100?'),
    answer: '{{sum}}',
    tolerance: 0.5,
    unit: both('元', 'yuan'),
    wrong: [{ answer: '{{a}}', feedback: both('还没有加', 'SECRET not added') }],
    feedback: outcome,
    variants: [
      { a: 1_100, sum: 1_200 },
      { a: 20.5, sum: 120.5 },
    ],
  },
  {
    id: 'keyword',
    type: 'short',
    prompt: both('哪个关键字去重？', 'Which keyword removes duplicates?'),
    accept: ['DISTINCT', 'select distinct'],
    wrong: [{ answers: ['unique'], feedback: both('那是约束', 'SECRET unique') }],
    feedback: outcome,
  },
].map((question) => explainedQuestion.parse(question))
