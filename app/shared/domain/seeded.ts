/**
 * Chance that can be repeated: the same seed gives the same draw on every machine and in every
 * run, so what a person was shown can be worked out again from the seed that is stored. Not for
 * secrets.
 */

/** FNV-1a over the UTF-16 code units of `text`, finished by the MurmurHash3 mixer; 32 bits, ≥ 0. */
export function hash32(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ (text.charCodeAt(i) & 0xff), 0x01000193)
    h = Math.imul(h ^ (text.charCodeAt(i) >>> 8), 0x01000193)
  }
  // FNV alone leaves the last letters in the low bits, and seeds often differ in those only.
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** A generator of numbers in [0, 1) from `seed`: mulberry32 started at its hash. */
export function seededRandom(seed: string): () => number {
  let state = hash32(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A new array with the items of `list` in an order that depends on `seed` alone (Fisher–Yates). */
export function seededShuffle<T>(list: readonly T[], seed: string): T[] {
  const random = seededRandom(seed)
  const shuffled = [...list]
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const moved = shuffled[i] as T
    shuffled[i] = shuffled[j] as T
    shuffled[j] = moved
  }
  return shuffled
}
