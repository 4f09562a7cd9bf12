import { checkLesson } from '#app/learning/gate.server.ts'

/** Without a clock: what is found in a sound text does not depend on how busy the machine is. */
const unhurried = <T>(reading: () => T): T => reading()

/** What the gate says about `document`, as `CODE.detail@line:column`, in its order. */
export function findingsIn(document: Uint8Array | string): string[] {
  return checkLesson(document, { deadline: unhurried }).problems.map(
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
