import Papa from 'papaparse'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import {
  type RosterFileProblem,
  type RosterReading,
  readRoster,
  rosterLimit,
} from './domain/roster.ts'
import { firstSheetPath, sharedTexts, sheetRows } from './domain/sheet.ts'
import { unzip } from './unzip.server.ts'

/** Why a file cannot be opened as a table. */
export type TableProblem = 'empty' | 'old-excel' | 'unreadable' | 'too-large'

/** Why a file is not read as a roster. */
export type ReadingProblem = RosterFileProblem | { code: TableProblem }

/** Bytes of an upload. */
export const fileLimit = 6 * 1_024 * 1_024
/** Bytes of the parts of a workbook once they are open. */
const openLimit = 12 * 1_024 * 1_024
/** Room for titles above the people; cells longer than this are no roster's. */
const limits = { rows: rosterLimit + 20, columns: 40, texts: 500 }

const starts = (bytes: Buffer, hex: string) =>
  bytes.subarray(0, hex.length / 2).equals(Buffer.from(hex, 'hex'))

/** Whether the bytes begin as an .xlsx workbook does. */
export const isWorkbook = (bytes: Buffer) => starts(bytes, '504b0304')

function textOf(bytes: Buffer): string | undefined {
  if (starts(bytes, 'fffe')) return bytes.toString('utf16le', 2)
  // Excel in China saves CSV as GB18030; hardly any such text is valid UTF-8 by chance.
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
}

function readCsv(bytes: Buffer): Result<string[][], TableProblem> {
  const text = textOf(bytes)
  if (text === undefined || text.includes('\0')) return fail('unreadable')
  const { data } = Papa.parse<string[]>(text, {
    preview: limits.rows + 1,
    delimitersToGuess: [',', '\t', ';', '，'],
  })
  if (data.length > limits.rows && data.at(-1)?.some(Boolean)) return fail('too-large')
  return ok(
    data.map((row) => row.slice(0, limits.columns).map((cell) => cell.slice(0, limits.texts))),
  )
}

const parts = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml)$/

function readWorkbook(bytes: Buffer): Result<string[][], TableProblem> {
  const opened = unzip(bytes, (name) => parts.test(name), openLimit)
  if (!opened.ok) return fail(opened.error === 'too-large' ? 'too-large' : 'unreadable')
  const part = (name: string) => opened.value.get(`xl/${name}`) ?? ''
  const path = firstSheetPath(part('workbook.xml'), part('_rels/workbook.xml.rels'))
  const sheet = unzip(bytes, (name) => name === path, openLimit)
  if (!sheet.ok) return fail(sheet.error === 'too-large' ? 'too-large' : 'unreadable')
  const [xml = ''] = sheet.value.values()
  const rows = sheetRows(xml, sharedTexts(part('sharedStrings.xml')), limits)
  if (!rows) return fail('too-large')
  const last = Math.max(0, ...rows.keys())
  // A row far below the rest would make a table of nothing but empty rows.
  if (last > limits.rows * 4) return fail('too-large')
  return ok(Array.from({ length: last }, (_, index) => rows.get(index + 1) ?? []))
}

/**
 * The first sheet of an .xlsx workbook, or a CSV file (UTF-8, GB18030 or UTF-16), as rows of text.
 * Told apart by content, not by name. Only the sheet's own XML is opened, to at most 12 MB. Hostile
 * files can still take seconds: what others upload is read apart (`read-roster-apart.server.ts`).
 * Nothing is written to disk.
 */
export function readTable(bytes: Buffer): Result<string[][], TableProblem> {
  if (bytes.length === 0) return fail('empty')
  if (bytes.length > fileLimit) return fail('too-large')
  if (starts(bytes, 'd0cf11e0')) return fail('old-excel')
  return isWorkbook(bytes) ? readWorkbook(bytes) : readCsv(bytes)
}

/** What the reading process is asked: a file's bytes. */
export type RosterRequest = { base64: string }

/** A file as a roster, each row checked by itself; for the worker, the command line and tests. */
export function readRosterFile(bytes: Buffer): Result<RosterReading, ReadingProblem> {
  const table = readTable(bytes)
  return table.ok ? readRoster(table.value) : fail({ code: table.error })
}
