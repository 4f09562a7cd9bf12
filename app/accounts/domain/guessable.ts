/** Where a word stands in a list of what is tried first, from 1; undefined when it is not in it. */
export type RankOf = (word: string) => number | undefined

/** Keys in the order in which they lie, and what people count through. */
const rows = [
  ...['`1234567890-=', '~!@#$%^&*()_+', 'qwertyuiop[]', 'asdfghjkl;', 'zxcvbnm,./'],
  ...['abcdefghijklmnopqrstuvwxyz', '01234567890', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/'],
  ...['零一二三四五六七八九十', '甲乙丙丁戊己庚辛壬癸', '子丑寅卯辰巳午未申酉戌亥'],
].flatMap((row) => [row, [...row].reverse().join('')])

/** What stands for a letter in a word that was made to look strange. */
const strange = new Map(
  Object.entries({ a: '4@', o: '0', i: '1!|', e: '3€', s: '5$', t: '7+' }).flatMap(
    ([letter, marks]) => [...marks].map((mark) => [mark, letter] as const),
  ),
)

const plain = (word: string) => [...word].map((mark) => strange.get(mark) ?? mark).join('')

/** Longest piece looked at: a longer one is several. */
const longestPiece = 32
const shortestRun = 3

/** Decimal digits of guesses for a piece of another kind than a word. */
const cost = {
  about: 0.5,
  run: 1.5,
  repeat: 1,
  digit: 1,
  letter: 1.4,
  mark: 1.5,
  han: 2.5,
} as const

function characterCost(character: string): number {
  if (/\d/.test(character)) return cost.digit
  if (/[a-z]/.test(character)) return cost.letter
  return character.charCodeAt(0) < 128 ? cost.mark : cost.han
}

function wordCost(word: string, rankOf: RankOf): number | undefined {
  const rank = rankOf(word)
  if (rank !== undefined) return Math.log10(rank) + 0.5
  const bare = plain(word)
  const strangely = bare === word ? undefined : rankOf(bare)
  return strangely === undefined ? undefined : Math.log10(strangely) + 1
}

/** Decimal digits for some characters as one piece, after what came before; undefined when it is none. */
function pieceCost(
  piece: { text: string; length: number; before: string },
  { about, rankOf }: { about: Set<string>; rankOf: RankOf },
): number | undefined {
  const { text, length, before } = piece
  if (length === 1) return before.endsWith(text) ? cost.repeat / 2 : characterCost(text)
  if (about.has(text)) return cost.about
  const found = [wordCost(text, rankOf)]
  if (length >= shortestRun && rows.some((row) => row.includes(text))) found.push(cost.run)
  if (before.includes(text)) found.push(cost.repeat)
  const costs = found.filter((each) => each !== undefined)
  return costs.length > 0 ? Math.min(...costs) : undefined
}

/**
 * How many decimal digits of guesses `text` (lower case) withstands: the cheapest way to put it
 * together from common words, `about` (what anyone knows of the person), runs on the keyboard, what
 * it already said, and single characters. The idea is zxcvbn's; an estimate, not a proof.
 */
export function digitsOfGuesses(text: string, about: string[], rankOf: RankOf): number {
  const characters = [...text]
  const known = { about: new Set(about), rankOf }
  const before = characters.map((_, at) => characters.slice(0, at).join(''))
  const best = [0]
  for (let to = 1; to <= characters.length; to++) {
    let least = Number.POSITIVE_INFINITY
    for (let from = Math.max(0, to - longestPiece); from < to; from++) {
      const piece = characters.slice(from, to).join('')
      const here = { text: piece, length: to - from, before: before[from] ?? '' }
      const digits = pieceCost(here, known)
      if (digits !== undefined) least = Math.min(least, (best[from] ?? 0) + digits)
    }
    best.push(least)
  }
  return best[characters.length] ?? 0
}
