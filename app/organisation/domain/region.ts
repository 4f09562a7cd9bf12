/** An administrative division: six digits as in GB/T 2260, its Chinese name, and what it lies in. */
export type Region = { code: string; name: string; parent: string | null }

/** What is wrong with a line of a file, counted from 1. */
export type LineFault = { line: number; message: string }

/** The code one level up by its digits: 110101 → 110100 → 110000 → none. */
function codeAbove(code: string): string {
  if (code.endsWith('0000')) return ''
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`
}

/**
 * Reads `content/regions/<name>.csv`: a line `code,name,parent` for each division, after a heading that
 * says so; nothing is quoted, since no name has a comma.
 */
export function readRegions(text: string): { rows: Region[]; faults: LineFault[] } {
  const [heading, ...lines] = text.trimEnd().split(/\r?\n/)
  const faults: LineFault[] = []
  if (heading !== 'code,name,parent') faults.push({ line: 1, message: 'not code,name,parent' })
  const cells = lines.map((line) => line.split(','))
  const codes = new Set(cells.map(([code = '']) => code))
  const seen = new Set<string>()
  const rows = cells.map(([code = '', name = '', parent = '', ...rest], at) => {
    const fault = (message: string) => faults.push({ line: at + 2, message })
    if (!/^\d{6}$/.test(code)) fault(`'${code}' is not a code of six digits`)
    else if (seen.has(code)) fault(`${code} is there twice`)
    else if (parent !== codeAbove(code)) fault(`${code} lies in ${codeAbove(code) || 'nothing'}`)
    else if (parent !== '' && !codes.has(parent)) fault(`there is no ${parent}`)
    if (!/^\p{Script=Han}+$/u.test(name)) fault('the name is not in Chinese')
    if (rest.length > 0) fault('there are more than three values')
    seen.add(code)
    return { code, name, parent: parent || null }
  })
  return { rows, faults }
}
