import type { Locale } from '#app/shared/domain/text.ts'
import { withFrontMatter } from './draft-content.ts'
import { quizSamples } from './quiz-samples.ts'

const zh = `
## 从一件真事说起

用一件学员会遇到的事开头：谁，在哪里，碰到了什么，后来怎么样。

## 怎么做

一次只讲一件事。**重要的词**加粗，\`代码\`和文件名用反引号。

<Callout type="tip" title="一句提示">

提示、提醒和警告用这个框。type可以写note、tip、important、warning、danger。

</Callout>

<Steps>

1. 第一步，写一个动作。
2. 第二步，写怎么知道做对了。

</Steps>

<Compare left="这样写" right="不要这样写">

把左边的例子写在这里。

---

把右边的例子写在这里。

</Compare>

| 列名 | 含义 |
| --- | --- |
| code | 区划代码 |

<Details summary="想多看一点">

可看可不看的内容收在这里。

</Details>

<Quiz id="first-check" />

<Sources>

- 资料的名称、发布单位和年份。

</Sources>
`

const en = `
## Begin with something that happened

Open with a thing learners meet at work: who, where, what went wrong, and how it ended.

## How to do it

One thing at a time. Put **important words** in bold, and \`code\` and file names in backticks.

<Callout type="tip" title="A tip in one line">

Tips, reminders and warnings go into this box. Its type is note, tip, important, warning or danger.

</Callout>

<Steps>

1. The first step: one action.
2. The second: how one knows that it worked.

</Steps>

<Compare left="Write this" right="Not this">

The example on the left goes here.

---

The example on the right goes here.

</Compare>

| Column | Meaning |
| --- | --- |
| code | Division code |

<Details summary="If you want to know more">

What may be skipped goes here.

</Details>

<Quiz id="first-check" />

<Sources>

- Title, publisher and year of what this rests on.

</Sources>
`

const texts: Record<Locale, string> = { 'zh-CN': zh, en }
const summaries: Record<Locale, string> = {
  'zh-CN': '用一句话写清这一课解决什么问题。',
  en: 'Say in one sentence which problem this lesson solves.',
}

/** A lesson to begin from, with an example of what it may hold. It passes the gate as it is. */
export function lessonTemplate(locale: Locale, title: string): string {
  return withFrontMatter({ title, summary: summaries[locale] }, texts[locale])
}

/** `quiz.yaml` to begin from: one check with one question. */
export const quizTemplate = `quizzes:
  - id: first-check
    questions:
      - id: first-question
        type: single
        prompt:
          zh-CN: 把问题写在这里，最好是学员工作里要做的判断。
          en: Write the question here, best a decision learners make at work.
        choices:
          - id: right-one
            correct: true
            text: { zh-CN: 对的做法, en: What is right }
            feedback:
              zh-CN: 对。再说一句为什么对。
              en: Right. Say why in one sentence.
          - id: wrong-one
            text: { zh-CN: 常见的错法, en: A common mistake }
            feedback:
              zh-CN: 说明错在哪里，该往哪里想。
              en: Say what is wrong with it and where to look.
`

const withoutEnglish = (quiz: string) =>
  quiz.replace(/^ *en: .*\n/gm, '').replace(/, en: [^}]*\}/g, ' }')

/** The same for a lesson in Chinese alone: no English to write or to delete. */
export const chineseQuizTemplate = withoutEnglish(quizTemplate)

const quizzes = [quizTemplate, ...Object.values(quizSamples)]
/** Prose of the samples, not their marks and names. */
const prose = /[。.]["]?$|问题写在这里|question here|^(text|left|right): \{|写法一|常见的错答/

/** Sentences that nobody means to publish. */
const sampleSentences = new Set(
  [
    zh,
    en,
    ...Object.values(summaries).map((text) => `summary: "${text}"`),
    ...quizzes,
    ...quizzes.map(withoutEnglish),
  ]
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => prose.test(line)),
)

/** The lines of `text`, from 1, that still are sentences of the sample. */
export function sampleLines(text: string): number[] {
  return text.split('\n').flatMap((line, index) => {
    return sampleSentences.has(line.trim()) ? [index + 1] : []
  })
}
