/**
 * A whole number from 0 to 2³¹−1 that depends on `seed` and `k` alone: what `civic_random(k)` is
 * in a lab's data script. Mixing: the "lowbias32" finaliser (Wellons, hash prospector) over both.
 */
export function civicRandom(seed: number, k: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul((k + 0x7f4a7c15) | 0, 0xc2b2ae35)
  h ^= h >>> 16
  h = Math.imul(h, 0x21f0aaad)
  h ^= h >>> 15
  h = Math.imul(h, 0x735a2d97)
  h ^= h >>> 15
  return h >>> 1
}
