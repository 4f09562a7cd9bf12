/** Where on the picture of the scale a result lies. */
export type Scale = { eap: number; from: number; to: number; cuts: number[] }

/** Width of the picture, and what stays free at either end; each level is as wide as another. */
const size = { width: 480, margin: 20 }

/** The level (from 1) in which an ability lies; a cut belongs to the level above it. */
export function levelAt(ability: number, cuts: number[]): number {
  return 1 + cuts.filter((cut) => cut <= ability).length
}

/**
 * Abilities as places on a line with the levels side by side: straight between the outer cuts and
 * on beyond them at the same rate, no further than the ends.
 */
export function placeOnScale({ eap, from, to, cuts }: Scale) {
  const { width, margin } = size
  const band = (width - 2 * margin) / (cuts.length + 1)
  const [first = 0, last = 1] = [cuts[0], cuts[cuts.length - 1]]
  const rate = (band * (cuts.length - 1)) / (last - first)
  const place = (ability: number) => {
    const x = margin + band + (ability - first) * rate
    return Math.round(Math.min(width - margin, Math.max(margin, x)))
  }
  return {
    width,
    line: { from: margin, to: width - margin },
    dot: place(eap),
    bar: { from: place(from), to: place(to) },
    cuts: cuts.map(place),
    middles: Array.from({ length: cuts.length + 1 }, (_, i) => margin + band * (i + 0.5)),
  }
}
