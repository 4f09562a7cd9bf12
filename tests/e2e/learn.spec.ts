import type { Locale } from '#app/shared/domain/text.ts'
import { fillRight, readQuestions } from './answers.ts'
import { expect, test } from './county.ts'

const module = 'security-for-everyone/02-accounts-devices-and-data'
const [course, slug] = module.split('/')
const folder = `content/courses/${course}/modules/${slug}`

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'with scripts off', () => {
    test.use({ javaScriptEnabled })

    test('a learner goes from the next step through a lesson to its credit hours', async ({
      page,
      county,
      locale,
    }) => {
      await county.enter(page, javaScriptEnabled ? 'clerk' : 'clerkWithoutScripts')
      await page.goto(county.server.origin)
      await expect(page.locator('.next a.button')).toBeVisible()
      await county.shot(page, 'home')
      await page.goto(`${county.server.origin}/courses`)
      await county.shot(page, 'courses')
      await page.locator(`a[href="/courses/${course}"]`).first().click()
      await page.locator(`main a[href="/courses/${module}"]`).first().click()
      await expect(page.locator('article h1')).toBeVisible()

      const questions = readQuestions(folder)
      for (const { quizId, question } of questions) {
        const check = page.locator(`#check-${quizId}-${question.id}`)
        await fillRight(check, question, (locale === 'en' ? 'en' : 'zh-CN') satisfies Locale)
        await check.locator('button[type=submit]').click()
        await expect(check.locator('.feedback.right')).toBeVisible()
      }
      await expect(page.locator('.notice.done')).toBeVisible()
      // What was answered rightly stays to be read, also for who comes back to the lesson.
      await page.goto(`${county.server.origin}/courses/${module}`)
      for (const { quizId, question } of questions) {
        const check = page.locator(`#check-${quizId}-${question.id}`)
        await expect(check.locator('.prompt')).not.toBeEmpty()
        if (question.type === 'single')
          await expect(check.locator('.answered .pass')).toHaveCount(1)
      }
      await county.shot(page, 'lesson-completed')

      await page.goto(`${county.server.origin}/record`)
      await expect(page.locator('table').first()).toContainText('1')
      await expect(page.locator('.evidence-of-skill')).not.toHaveCount(0)
      // One module is not enough for a level: the record says what would be.
      const more = page.locator('.more-evidence a')
      await expect(more.and(page.locator('[href^="/courses/"]'))).not.toHaveCount(0)
      await expect(more.and(page.locator('[href^="/assessments/"]'))).not.toHaveCount(0)
      await county.shot(page, 'record')
      await page.emulateMedia({ media: 'print' })
      await expect(page.locator('.print-only'), 'paper says whose record it is').toContainText(
        'SL0',
      )
      await page.emulateMedia({ media: 'screen' })
      await page.goto(`${county.server.origin}/record/proof`)
      await expect(page.locator('main')).toContainText(javaScriptEnabled ? 'SL0022' : 'SL0023')
      await expect(page.locator('main')).toContainText(locale === 'en' ? 'Unit' : '单位')
      await expect(page.locator('.sign')).toHaveCount(1)
      await county.shot(page, 'proof')
    })

    test('an empty answer asks for one and keeps its place and what else was filled in', async ({
      page,
      county,
    }) => {
      await county.enter(page, javaScriptEnabled ? 'hastyClerk' : 'hastyClerkWithoutScripts')
      await page.goto(`${county.server.origin}/courses/${module}`)
      const [first] = readQuestions(folder)
      const check = page.locator(`#check-${first?.quizId}-${first?.question.id}`)
      // What is filled in of another check outlives the page that sending this one brings.
      const others = page.locator('.check').filter({ has: page.locator('input[type=radio]') })
      const unsent = others.last().locator('input[type=radio]').first()
      await unsent.check()
      await check.locator('button[type=submit]').click()
      await expect(check.locator('.error').first()).toBeVisible()
      if (javaScriptEnabled) {
        await expect(unsent).toBeChecked()
        for (const _ of ['there', 'and back']) {
          const lang = await page.locator('html').getAttribute('lang')
          await page.locator('form[action="/language"] button').click()
          await expect(page.locator('html')).not.toHaveAttribute('lang', lang ?? '')
          await expect(unsent).toBeChecked()
        }
      }
    })

    test('after a wrong answer the question stays as it was answered, and can be tried again', async ({
      page,
      county,
    }) => {
      await county.enter(page, javaScriptEnabled ? 'hastyClerk' : 'hastyClerkWithoutScripts')
      await page.goto(`${county.server.origin}/courses/${module}`)
      const single = readQuestions(folder).find(({ question }) => question.type === 'single')
      if (single?.question.type !== 'single') throw new Error('no single choice')
      const check = page.locator(`#check-${single.quizId}-${single.question.id}`)
      const wrong = single.question.choices.find(({ correct }) => !correct)
      const text = wrong?.text[(await page.locator('html').getAttribute('lang')) as Locale] ?? ''
      await check.getByText(text, { exact: true }).click()
      const asked = (await check.locator('.prompt').textContent()) ?? ''
      await check.locator('button[type=submit]').click()
      await expect(check.locator('.feedback.wrong')).toBeVisible()
      await expect(check.locator('.prompt')).toHaveText(asked)
      await expect(check.locator('.answered .fail')).toContainText(text)
      await expect(check.locator('.answered .fail .explanation')).not.toBeEmpty()
      // No choice is given away.
      await expect(check.locator('.answered .pass')).toHaveCount(0)
      await expect(check.locator('input[type=radio]')).toHaveCount(0)
      await county.shot(page, 'answered-wrong')
      await check.locator('button[name=again]').click()
      await expect(check.locator('input[type=radio]').first()).toBeVisible()
      await expect(check.locator('.feedback')).toHaveCount(0)
    })
  })
}
