const browsers = [
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const

function find(table: readonly (readonly [string, string])[], userAgent: string) {
  return table.find(([mark]) => userAgent.includes(mark))?.[1]
}

/** A browser as its owner would recognise it in a list: `Chrome, Windows`. No more is kept. */
export function deviceOf(userAgent: string): string {
  const found = [find(browsers, userAgent), find(systems, userAgent)].filter(Boolean)
  return found.join(', ') || '?'
}
