import { hash32, seededShuffle } from '#app/shared/domain/seeded.ts'

/** What drawing needs to know of an item; `shownAt` is when the person last met it, if ever. */
export type DrawnItem = { id: string; level: number; aspect: string; shownAt?: number }

/** How many items each level gives: as even as the bank allows; what is left over goes by seed. */
function quotas(stock: Map<number, number>, length: number, seed: string): Map<number, number> {
  const take = new Map([...stock.keys()].map((level) => [level, 0]))
  const order = seededShuffle(
    [...stock.keys()].sort((a, b) => a - b),
    `${seed}/levels`,
  )
  let left = Math.min(
    length,
    [...stock.values()].reduce((sum, n) => sum + n, 0),
  )
  while (left > 0) {
    for (const level of order) {
      const taken = take.get(level) ?? 0
      if (left === 0 || taken >= (stock.get(level) ?? 0)) continue
      take.set(level, taken + 1)
      left--
    }
  }
  return take
}

/**
 * A test form of `length` items (all of them, when the bank is smaller): the same for the same
 * bank and seed whatever the bank's order, no item twice, levels as even as the bank allows. Within
 * a level items that the person never met come first, then those met longest ago; among these
 * always one from the aspect that the form has least of so far. The result stands in the order to
 * be asked, levels mixed.
 */
export function drawForm<T extends DrawnItem>(items: T[], length: number, seed: string): T[] {
  const bank = seededShuffle(
    [...items].sort((a, b) => (a.id < b.id ? -1 : 1)),
    `${seed}/bank`,
  )
  const stock = new Map<number, number>()
  for (const { level } of bank) stock.set(level, (stock.get(level) ?? 0) + 1)
  const used = new Map<string, number>()
  const form: T[] = []
  const compare = (a: T, b: T) =>
    (a.shownAt ?? 0) - (b.shownAt ?? 0) || (used.get(a.aspect) ?? 0) - (used.get(b.aspect) ?? 0)
  // The level with least choice first: the others can still even the aspects out.
  const levels = [...quotas(stock, length, seed)].sort(
    ([a], [b]) => (stock.get(a) ?? 0) - (stock.get(b) ?? 0) || a - b,
  )
  for (const [level, quota] of levels) {
    const pool = bank.filter((item) => item.level === level)
    for (let n = 0; n < quota; n++) {
      const drawn = pool.reduce((best, item) => (compare(item, best) < 0 ? item : best))
      pool.splice(pool.indexOf(drawn), 1)
      used.set(drawn.aspect, (used.get(drawn.aspect) ?? 0) + 1)
      form.push(drawn)
    }
  }
  return form.sort((a, b) => hash32(`${seed}/${a.id}`) - hash32(`${seed}/${b.id}`))
}
