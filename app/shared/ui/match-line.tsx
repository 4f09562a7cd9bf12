import { m } from '#app/shared/i18n/messages.ts'

type Tally = { met: number; of: number }

/** '必须 2/2 · 加分 1/3': never a bare score. */
export function MatchLine({ match: { must, nice } }: { match: { must: Tally; nice: Tally } }) {
  if (must.of > 0 && nice.of > 0) {
    const counts = { must: must.met, musts: must.of, nice: nice.met, nices: nice.of }
    return <b>{m.talent_match_line(counts)}</b>
  }
  if (must.of > 0) return <b>{m.talent_match_line_must({ must: must.met, musts: must.of })}</b>
  if (nice.of > 0) return <b>{m.talent_match_line_nice({ nice: nice.met, nices: nice.of })}</b>
  return null
}
