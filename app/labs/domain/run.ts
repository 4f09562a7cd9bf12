import { z } from 'zod'
import type { Limits, RuntimeName } from '#app/labs/domain/manifest.ts'

/**
 * How a run ended. ERROR: the submission was refused or failed by itself; TIMEOUT, MEMORY,
 * OUTPUT: it ran into that limit; CRASH: the sandbox died, and nothing it said counts.
 */
export const verdicts = ['OK', 'ERROR', 'TIMEOUT', 'MEMORY', 'OUTPUT', 'CRASH'] as const
export type Verdict = (typeof verdicts)[number]

/** Everything that goes into a sandbox: no expected value and no flag is ever among it. */
export type RunRequest = {
  runtime: RuntimeName
  files: Record<string, string>
  inputs: unknown
  limits: Limits
}

/** What comes out. `cpuMs` and `peakMb` are of the whole sandbox process, its start included. */
export type RunResult = {
  verdict: Verdict
  outputs: unknown
  stdout: string
  cpuMs: number
  peakMb: number
}

/** A runtime: it runs a request and never throws because of what was submitted. */
export type Runner = (request: RunRequest) => Promise<RunResult>

/**
 * One SQL value as JSON. A number that JavaScript cannot hold exactly (integers beyond 2⁵³,
 * infinities) travels as its digits, a blob as hexadecimal.
 */
export const cell = z.union([
  z.null(),
  z.number(),
  z.string(),
  z.strictObject({ number: z.string() }),
  z.strictObject({ blob: z.string().regex(/^([0-9a-f]{2})*$/) }),
])
export type Cell = z.infer<typeof cell>

/** Rows by position, under the names the query or table gave its columns. */
export const table = z.strictObject({ columns: z.array(z.string()), rows: z.array(z.array(cell)) })
export type Table = z.infer<typeof table>

/** A database as text: `schema` are its CREATE statements, tables first. */
export const dump = z.strictObject({
  schema: z.array(z.string()),
  tables: z.array(table.extend({ name: z.string() })),
})
export type Dump = z.infer<typeof dump>

/**
 * One job in a fresh database in memory. `script` is the lab author's and may use
 * `civic_random(k)` with `seed`; `tables` are what an earlier job dumped. `query` is taken to be
 * hostile: one statement that reads. `firstRows` stops after so many rows rather than refusing.
 */
export const sqlJob = z.strictObject({
  script: z.string().optional(),
  seed: z.int().min(0).optional(),
  tables: dump.optional(),
  query: z.string().optional(),
  firstRows: z.int().min(1).optional(),
  dump: z.boolean().optional(),
})
export type SqlJob = z.infer<typeof sqlJob>

/** Why a query gave no rows: refused before it ran, or failed with SQLite's own message. */
export const sqlErrorKinds = [
  'empty',
  'too-long',
  'not-a-query',
  'several-statements',
  'refused',
  'too-many-rows',
  'too-big',
  'memory',
  'sql',
] as const
export type SqlErrorKind = (typeof sqlErrorKinds)[number]

/** `more`: there were rows beyond `firstRows`. */
export const sqlResult = z.strictObject({
  verdict: z.enum(verdicts),
  table: table.optional(),
  more: z.boolean().optional(),
  dump: dump.optional(),
  error: z.strictObject({ kind: z.enum(sqlErrorKinds), message: z.string() }).optional(),
})
export type SqlResult = z.infer<typeof sqlResult>
