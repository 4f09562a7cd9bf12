import { z } from 'zod'

/** advisories.json: known holes, and for which of them there is a recorded reason to live with. */
export const advisoryFile = z.strictObject({
  source: z.string(),
  advisories: z.array(
    z.strictObject({
      id: z.string(),
      package: z.string(),
      what: z.string(),
      fixed: z.string().nullable(),
    }),
  ),
  accepted: z.array(
    z.strictObject({
      id: z.string(),
      package: z.string(),
      reason: z.string().min(20),
      /** The test that shows the mitigation. */
      test: z.string().optional(),
      /** Only copies whose path matches this. */
      only: z.string().optional(),
    }),
  ),
})
export type AdvisoryFile = z.infer<typeof advisoryFile>

/** One installed copy of a package; `path` as in package-lock.json. */
export type Installed = { package: string; version: string; path: string }

/** Whether version `a` is before `b`, by their three numbers; a pre-release is before its release. */
export function isBefore(a: string, b: string): boolean {
  const numbers = (version: string) => (version.match(/\d+/g) ?? []).slice(0, 3).map(Number)
  const [left, right] = [numbers(a), numbers(b)]
  for (const at of [0, 1, 2]) {
    if (left[at] !== right[at]) return (left[at] ?? 0) < (right[at] ?? 0)
  }
  return /^\d+\.\d+\.\d+-/.test(a) && !/^\d+\.\d+\.\d+-/.test(b)
}

/** Each installed copy with a known hole and no recorded reason. */
export function openHoles(file: AdvisoryFile, installed: Installed[]): string[] {
  return file.advisories.flatMap((advisory) =>
    installed
      .filter((copy) => copy.package === advisory.package)
      .filter(({ version }) => advisory.fixed === null || isBefore(version, advisory.fixed))
      .filter(
        ({ path }) =>
          !file.accepted.some(
            ({ id, package: name, only }) =>
              id === advisory.id &&
              name === advisory.package &&
              (only === undefined || new RegExp(only).test(path)),
          ),
      )
      .map(
        ({ version, path }) =>
          `${advisory.id}: ${path} ${version} (${advisory.what}); fixed in ${advisory.fixed ?? 'none'}`,
      ),
  )
}

/** Recorded reasons that no advisory needs any more, so that old excuses do not pile up. */
export function idleReasons(file: AdvisoryFile, installed: Installed[]): string[] {
  return file.accepted
    .filter((reason) => {
      const without = { ...file, accepted: file.accepted.filter((other) => other !== reason) }
      return openHoles(without, installed).length === openHoles(file, installed).length
    })
    .map(({ id, package: name }) => `${id} ${name}`)
}
