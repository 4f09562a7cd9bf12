import { checkLesson } from '#app/learning/gate.server.ts'

/** What the gate says about `document`, as `CODE.detail@line:column`, in its order. */
export function findingsIn(document: Uint8Array | string): string[] {
  return checkLesson(document).problems.map(
    ({ code, detail, line, column }) => `${code}.${detail}@${line}:${column}`,
  )
}

/** CPU milliseconds of this process, all threads, that `work` takes. */
export function cpuMsOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
