import { z } from 'zod'
import { skillLevel } from '#app/catalogue/domain/course.ts'
import { bilingual, slug } from '#app/shared/domain/text.ts'

/** A published source that our skills map to; its attribution is shown wherever its words are. */
export const frameworkSource = z.strictObject({
  id: slug,
  title: bilingual,
  publisher: bilingual,
  edition: z.string(),
  licence: z.string(),
  attribution: bilingual,
  url: z.url().optional(),
})

/** How our skill stands to the source's: the same, or ours is wider or narrower (as in SKOS). */
export const relations = ['exact', 'broader', 'narrower'] as const

export const crosswalk = z.strictObject({
  source: slug,
  /** The source's own code or title for its element. */
  code: z.string().min(1),
  relation: z.enum(relations),
})

export const skillGroups = ['everyone', 'data', 'service', 'security'] as const
export type SkillGroup = (typeof skillGroups)[number]

/** One skill with its four levels: 1 awareness, 2 working, 3 practitioner, 4 expert. */
export const skill = z.strictObject({
  code: slug,
  group: z.enum(skillGroups),
  name: bilingual,
  description: bilingual,
  levels: z.array(bilingual).length(4),
  crosswalk: z.array(crosswalk).min(1),
  /** Evidence of attack skills ages twice as fast. */
  offensive: z.boolean().default(false),
})
export type Skill = z.infer<typeof skill>

/** `content/frameworks/<name>.yaml`: one edition of a set of skills. Published levels never change. */
export const frameworkFile = z.strictObject({
  edition: z.string(),
  sources: z.array(frameworkSource).default([]),
  skills: z.array(skill).default([]),
})
export type FrameworkFile = z.infer<typeof frameworkFile>

/** `content/roles/<code>.yaml`: what a post asks for (岗位能力标准). */
export const roleProfile = z.strictObject({
  code: slug,
  kind: z.enum(['general', 'white-hat']),
  name: bilingual,
  description: bilingual,
  requires: z.array(skillLevel).min(3),
  /** Codes of the same work role elsewhere: metadata, our titles lead. */
  elsewhere: z.array(z.strictObject({ source: slug, code: z.string() })).default([]),
})
export type RoleProfile = z.infer<typeof roleProfile>
