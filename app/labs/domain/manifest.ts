import { z } from 'zod'
import { skillLevel } from '#app/catalogue/domain/course.ts'
import { bilingual, slug } from '#app/shared/domain/text.ts'

/** Bounds on one run: wall clock, resident memory, and the JSON that may come out. */
export const limits = z.strictObject({
  wallMs: z.int().min(100).max(20_000).default(5_000),
  memoryMb: z.int().min(64).max(1_024).default(256),
  outputKb: z.int().min(1).max(4_096).default(512),
})
export type Limits = z.infer<typeof limits>

const head = {
  slug,
  title: bilingual,
  minutes: z.int().min(5).max(120),
  skills: z.array(skillLevel).min(1),
  limits: limits.default({ wallMs: 5_000, memoryMb: 256, outputKb: 512 }),
  /** Shown one at a time, in order, when the learner asks. */
  hints: z.array(bilingual).max(5).default([]),
}

/** A submission that comes with the lab and what grading it must give. */
const wrong = z.array(z.strictObject({ file: z.string(), fails: z.array(slug).min(1) })).min(2)

/**
 * `lab.yaml` for a query lab. `data` is a SQL script that builds the tables; in it `civic_random(k)`
 * is a whole number from 0 to 2³¹−1 that depends on the seed and on k alone, so every learner's
 * hidden tables differ and are the same on every run. The first case is the public data that the
 * learner sees and runs against; the others run on the learner's own seed and stay hidden.
 */
export const sqlLab = z.strictObject({
  ...head,
  runtime: z.literal('sql'),
  data: z.string(),
  /** Tables the learner may browse on the lab page, with one line about each. */
  tables: z.array(z.strictObject({ name: z.string(), note: bilingual })).min(1),
  /** Text put in the editor at the start. */
  starter: z.string().default(''),
  compare: z.strictObject({
    /** `rows` in the order asked for, or as a bag. */
    order: z.enum(['strict', 'any']),
    /** Column names must match as well as positions. */
    names: z.boolean().default(false),
  }),
  cases: z
    .array(
      z.strictObject({
        id: slug,
        name: bilingual,
        /** SQL run after `data`, to plant what this case is about. */
        setup: z.string().default(''),
        /** What to think about when this case fails: quotes no hidden data. */
        hint: bilingual,
      }),
    )
    .min(3),
  accepted: z.string(),
  /**
   * The same answer, written in another way. The rows to be expected are the accepted query's own, so
   * by itself it would pass whatever it says: what it should say is told by a second one that agrees.
   */
  otherwise: z.string(),
  wrong,
})
export type SqlLab = z.infer<typeof sqlLab>

/** One sample in an answers lab: a mail, its clues, and which of them are evidence. */
export const sample = z.strictObject({
  id: slug,
  from: bilingual,
  to: bilingual,
  subject: bilingual,
  date: z.string(),
  body: bilingual,
  /** What a careful reader could point at; `evidence` says whether it supports the verdict. */
  clues: z
    .array(z.strictObject({ id: slug, text: bilingual, evidence: z.boolean(), why: bilingual }))
    .min(3),
  verdict: slug,
  why: bilingual,
})
export type Sample = z.infer<typeof sample>

/** `lab.yaml` for a lab that is answered, not coded: judge samples and name the evidence. */
export const answersLab = z.strictObject({
  ...head,
  runtime: z.literal('answers'),
  /** YAML file with `samples`; each learner's seed draws `draw` of them. */
  samples: z.string(),
  draw: z.int().min(2),
  /** How many of the drawn samples must be right, evidence included. */
  pass: z.int().min(1),
  verdicts: z.array(z.strictObject({ id: slug, text: bilingual })).min(2),
  /** A sample counts when the verdict is right, at least this many pieces of evidence are named… */
  evidenceAtLeast: z.int().min(1).default(2),
  /** …and no more than this many clues that are none. */
  mistakesAtMost: z.int().min(0).default(0),
  accepted: z.string(),
  wrong,
})
export type AnswersLab = z.infer<typeof answersLab>

export const samplesFile = z.strictObject({ samples: z.array(sample).min(4) })

/** A submission to an answers lab: for each sample, the verdict and the clues named. */
export const answersSubmission = z.record(
  slug,
  z.strictObject({ verdict: slug, clues: z.array(slug) }),
)
export type AnswersSubmission = z.infer<typeof answersSubmission>

export const labFile = z.discriminatedUnion('runtime', [sqlLab, answersLab])
export type LabFile = z.infer<typeof labFile>
export type RuntimeName = LabFile['runtime']
