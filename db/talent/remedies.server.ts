import type { SkillLevel } from '#app/catalogue/domain/course.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import { itemBanks } from '#db/assessment/tables.server.ts'
import { listCourses, listModules } from '#db/catalogue/queries.server.ts'
import { read } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'

/** What would close a gap: a module that teaches the level, a test of the skill, or neither yet. */
export type Remedy = {
  module: { course: string; courseTitle: string; number: number; title: string } | undefined
  test: boolean
}

/** The module that teaches the skill at the lowest level that is enough, and whether there is a test. */
export async function findRemedy(wanted: SkillLevel, locale: Locale): Promise<Remedy> {
  const candidates: { level: number; module: NonNullable<Remedy['module']> }[] = []
  for (const course of await listCourses()) {
    const modules = await listModules(course, locale)
    for (const [index, { content, title }] of modules.entries()) {
      const taught = content.skills.find(({ skill }) => skill === wanted.skill)
      if (!taught || taught.level < wanted.level) continue
      const courseTitle = course.content.title[locale]
      const module = { course: course.slug, courseTitle, number: index + 1, title }
      candidates.push({ level: taught.level, module })
    }
  }
  const [best] = candidates.sort((a, b) => a.level - b.level)
  const banks = await read()
    .select({ skill: itemBanks.skill })
    .from(itemBanks)
    .where(eq(itemBanks.skill, wanted.skill))
  return { module: best?.module, test: banks.length > 0 }
}
