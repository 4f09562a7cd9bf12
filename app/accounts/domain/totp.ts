/** RFC 6238 as every authenticator app speaks it. */
export const totpParameters = { algorithm: 'SHA1', digits: 6, period: 30 } as const

/** Steps before and after now that are still taken, for clocks that are off (RFC 6238, 5.2). */
export const totpWindow = 1

/** The time step of a moment (UTC ms). */
export function totpStep(at: number): number {
  return Math.floor(at / 1_000 / totpParameters.period)
}
