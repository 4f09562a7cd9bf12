import { readFileSync } from 'node:fs'
import type { Locator } from '@playwright/test'
import { parse } from 'yaml'
import { keyResponse } from '#app/assessment/domain/grade.ts'
import { plainText } from '#app/assessment/domain/prompt.ts'
import type { Question } from '#app/assessment/domain/question.ts'
import { type Filled, fillVariant } from '#app/assessment/domain/variant.ts'
import { quizFile } from '#app/learning/domain/quiz.ts'
import type { Locale } from '#app/shared/domain/text.ts'

/** The questions of a lesson's checks, from its file. */
export function readQuestions(folder: string): { quizId: string; question: Question }[] {
  const { quizzes } = quizFile.parse(parse(readFileSync(`${folder}/quiz.yaml`, 'utf8')))
  return quizzes.flatMap(({ id, questions }) =>
    questions.map((question) => ({ quizId: id, question })),
  )
}

const bare = (text: string) =>
  plainText(text)
    .replace(/```\w*/g, '')
    .replace(/\s+/g, '')

/** Which variant of the question a page shows: the page does not say, its words do. */
async function filledAs(question: Question, form: Locator, locale: Locale): Promise<Filled> {
  const shown = bare((await form.locator('.prompt').textContent()) ?? '')
  for (let seed = 0; seed < 500; seed++) {
    const filled = fillVariant(question, String(seed))
    if (bare(filled.prompt[locale]) === shown) return filled
  }
  throw new Error(`no variant of ${question.id} reads “${shown}”`)
}

async function choose(form: Locator, text: string) {
  const labels = form.locator('.choice label')
  const texts = await labels.allTextContents()
  const at = texts.findIndex((label) => bare(label) === bare(text))
  await labels.nth(at).click()
}

async function select(form: Locator, label: string, value: string) {
  const labels = form.locator('.field label')
  const texts = await labels.allTextContents()
  const at = texts.findIndex((text) => bare(text) === bare(label))
  await form.locator('.field select').nth(at).selectOption(value)
}

/** Fills a question's form with its right answer, as a learner who knows it would. */
export async function fillRight(form: Locator, question: Question, locale: Locale) {
  const filled = await filledAs(question, form, locale)
  const key = keyResponse(filled)
  if (filled.type === 'single' || filled.type === 'multiple') {
    for (const { correct, text } of filled.choices) if (correct) await choose(form, text[locale])
  } else if (filled.type === 'order') {
    for (const [place, { text }] of filled.steps.entries()) {
      await select(form, text[locale], String(place + 1))
    }
  } else if (filled.type === 'match') {
    for (const { left, right } of filled.pairs) {
      const options = await form.locator('.field select').first().locator('option').all()
      const texts = await Promise.all(options.map((option) => option.textContent()))
      const at = texts.findIndex((text) => bare(text ?? '').endsWith(bare(right[locale])))
      await select(form, left[locale], (await options[at]?.getAttribute('value')) ?? '')
    }
  } else if ('text' in key) {
    await form.locator('input[type=text]').fill(key.text)
  }
}
