/** The eight groups of an IPv6 address as numbers; undefined for text that is none. */
function groupsOf(address: string): number[] | undefined {
  // The last two groups may be written as an IPv4 address.
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...part: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = part.slice(0, 4).map(Number)
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  })
  const [head = '', tail, more] = hex.split('::')
  if (more !== undefined) return
  const parts = (text: string) => (text === '' ? [] : text.split(':'))
  const [before, after] = [parts(head), parts(tail ?? '')]
  const missing = 8 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 0) return
  const all = [...before, ...Array.from({ length: missing }, () => '0'), ...after]
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return
  return all.map((group) => Number.parseInt(group, 16))
}

/**
 * Whom an address is counted as: an IPv4 address by itself, also where IPv6 carries it; of an IPv6
 * address its /64, since one computer may take any address in there.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%')
  const groups = bare.includes(':') ? groupsOf(bare) : undefined
  if (!groups) return address
  const [high = 0, low = 0] = groups.slice(6)
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  const network = groups.slice(0, 4).map((group) => group.toString(16))
  return `${network.join(':')}::/64`
}
