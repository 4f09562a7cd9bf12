/** The XML entities of a spreadsheet's text; others stay as they are written. */
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(
    /&(#x[0-9a-f]{1,6}|#\d{1,7}|lt|gt|amp|quot|apos);/gi,
    (whole, name: string) => {
      if (name[0] !== '#') return entities[name.toLowerCase()] ?? whole
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

/** The parts of `xml` between `<name …>` and `</name>`, found in one pass; prefixes are ignored.
 * No pattern here looks past the next `<`, or hostile text would cost the square of its length. */
function* elements(xml: string, name: string): Generator<{ attributes: string; inner: string }> {
  const open = new RegExp(`<(\\w+:)?${name}(?=[\\s/>])([^<>]*)>`, 'g')
  for (let found = open.exec(xml); found; found = open.exec(xml)) {
    const attributes = found[2] ?? ''
    if (attributes.endsWith('/')) {
      yield { attributes, inner: '' }
      continue
    }
    const close = `</${found[1] ?? ''}${name}>`
    const end = xml.indexOf(close, open.lastIndex)
    if (end < 0) return
    yield { attributes, inner: xml.slice(open.lastIndex, end) }
    open.lastIndex = end + close.length
  }
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
}

/** Text of `<t>` elements; those in `<rPh>` say how it is read aloud and are not part of it. */
function textOf(xml: string): string {
  const spoken = xml.includes('rPh') ? [...elements(xml, 'rPh')].map(({ inner }) => inner) : []
  const texts = [...elements(xml, 't')].map(({ inner }) => inner)
  const aloud = spoken.flatMap((part) => [...elements(part, 't')].map(({ inner }) => inner))
  // They follow the text they explain.
  return decode(texts.slice(0, texts.length - aloud.length).join(''))
}

/** The texts that cells refer to by number (`xl/sharedStrings.xml`). */
export function sharedTexts(xml: string): string[] {
  return [...elements(xml, 'si')].map(({ inner }) => textOf(inner))
}

/** `C7` is column 2. */
function columnOf(reference: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return next
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellValue(attributes: string, inner: string, texts: string[]): string {
  const type = attribute(attributes, 't')
  if (type === 'inlineStr') return textOf(inner)
  const [value] = elements(inner, 'v')
  const text = decode(value?.inner ?? '')
  if (type === 's') return texts[Number(text)] ?? ''
  return type === 'e' ? '' : text
}

export type SheetLimits = { rows: number; columns: number; texts: number }

/**
 * The cells of one sheet as text: what a formula gave when the file was saved, never the formula.
 * Rows without content are left out, but each row keeps its place by number. Undefined when there
 * are more rows with content than `limits.rows`, or one lies beyond 1,048,576, which no
 * spreadsheet writes.
 */
export function sheetRows(
  xml: string,
  texts: string[],
  limits: SheetLimits,
): Map<number, string[]> | undefined {
  const rows = new Map<number, string[]>()
  let number = 0
  for (const { attributes, inner } of elements(xml, 'row')) {
    number = Number(attribute(attributes, 'r') ?? number + 1)
    if (!Number.isInteger(number) || number < 1 || number > 1_048_576) return
    if (inner === '') continue
    const cells: string[] = []
    let next = 0
    for (const cell of elements(inner, 'c')) {
      const column = columnOf(attribute(cell.attributes, 'r'), next)
      next = column + 1
      if (column >= limits.columns) continue
      const value = cellValue(cell.attributes, cell.inner, texts)
      if (value !== '') cells[column] = value.slice(0, limits.texts)
    }
    if (cells.length === 0) continue
    if (rows.size >= limits.rows) return
    rows.set(
      number,
      Array.from(cells, (cell) => cell ?? ''),
    )
  }
  return rows
}

/** The path inside the archive of the first sheet, as the workbook lists them. */
export function firstSheetPath(workbook: string, relations: string): string | undefined {
  const [sheet] = elements(workbook, 'sheet')
  const id = sheet && /(?:^|\s)(?:\w+:)?id="([^"]*)"/.exec(sheet.attributes)?.[1]
  for (const { attributes } of elements(relations, 'Relationship')) {
    if (attribute(attributes, 'Id') !== id) continue
    const target = attribute(attributes, 'Target') ?? ''
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`
  }
}
