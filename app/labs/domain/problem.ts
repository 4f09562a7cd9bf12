/**
 * Why something was not run or not recorded. `empty`, `too-long`: the form's doing; `starting`,
 * `off`, `busy`: not now; `fault`: the lab's own data does not run; `crashed`: the sandbox died, and
 * the attempt does not count; `stale`: these samples were submitted before.
 */
export const runProblems = [
  'empty',
  'too-long',
  'starting',
  'off',
  'busy',
  'fault',
  'crashed',
  'stale',
] as const
export type RunProblem = (typeof runProblems)[number]

/** Longest query that is kept or run, in characters: the sandbox's own limit. */
export const longestQuery = 20_000
