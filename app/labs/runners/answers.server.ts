import { z } from 'zod'
import { answersSubmission } from '#app/labs/domain/manifest.ts'
import type { Runner } from '#app/labs/domain/run.ts'

const inputs = z.strictObject({ submission: z.unknown() })

/**
 * The runtime of labs that are answered: it runs no code and only checks the shape of what was
 * submitted. `outputs` is the submission itself; the host grades it.
 */
export const runAnswers: Runner = async (request) => {
  const parsed = answersSubmission.safeParse(inputs.parse(request.inputs).submission)
  const nothing = { stdout: '', cpuMs: 0, peakMb: 0 }
  return parsed.success
    ? { verdict: 'OK', outputs: parsed.data, ...nothing }
    : { verdict: 'ERROR', outputs: null, ...nothing }
}
