import { z } from 'zod'
import { bilingual, chineseFirst, slug } from '#app/shared/domain/text.ts'

/** A skill and the level (1–4) that something teaches or asks for. */
export const skillLevel = z.strictObject({ skill: slug, level: z.int().min(1).max(4) })
export type SkillLevel = z.infer<typeof skillLevel>

/** `course.yaml`. `modules` are folder names in order; what a learner sees of a module is in it. */
export const courseFile = z.strictObject({
  slug,
  title: bilingual,
  summary: bilingual,
  /** Whom it is for, in one sentence. */
  audience: bilingual,
  modules: z.array(z.string().regex(/^\d\d-[a-z0-9-]+$/)).min(1),
  skills: z.array(skillLevel).min(1),
  licence: z.literal('CC-BY-4.0'),
})
export type CourseFile = z.infer<typeof courseFile>

/** Minutes of study in one credit hour (学时). */
export const minutesPerCreditHour = 45
const leastCreditHours = 0.5

const moduleFields = z.strictObject({
  /** What a learner can do afterwards; in Chinese alone until the English lesson is written. */
  objectives: z.array(chineseFirst).min(1).max(6),
  minutes: z.int().min(5).max(180),
  /** Credit hours (学时) in halves, no more than the minutes make; a half, the least there is, always. */
  creditHours: z.number().min(leastCreditHours).max(8).multipleOf(0.5),
  skills: z.array(skillLevel).min(1),
  /** Labs of this course that must be passed before the module counts as completed. */
  labs: z.array(slug).default([]),
  /** For each block of the Chinese lesson, the hash its English was written from. */
  translatedFrom: z.array(z.string()).optional(),
})
/** `module.yaml` beside a lesson: all that is not prose. */
export const moduleFile = moduleFields.refine(
  ({ minutes, creditHours }) =>
    creditHours <= leastCreditHours || creditHours * minutesPerCreditHour <= minutes,
  {
    path: ['creditHours'],
    error: ({ input }) => {
      const { minutes } = input as { minutes: number }
      const most = Math.max(leastCreditHours, Math.floor((minutes * 2) / minutesPerCreditHour) / 2)
      return `a credit hour is ${minutesPerCreditHour} minutes: ${minutes} minutes make at most ${most}`
    },
  },
)
export type ModuleFile = z.infer<typeof moduleFile>
