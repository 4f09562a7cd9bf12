import ExcelJS from 'exceljs'
import Papa from 'papaparse'
import { inertCell } from './domain/roster-table.ts'

/** UTF-8 with a byte order mark, without which Excel in China reads it as GB18030. */
export function tableToCsv(table: string[][]): Buffer {
  const csv = Papa.unparse(table.map((row) => row.map(inertCell)))
  return Buffer.from(`\ufeff${csv}\r\n`)
}

/** A workbook of these sheets, every cell text. The first is the one that is read back. */
export async function tableToWorkbook(
  ...sheets: { name: string; table: string[][] }[]
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  for (const { name, table } of sheets) {
    const added = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    added.columns = (table[0] ?? []).map(() => ({ width: 22, style: { numFmt: '@' } }))
    added.addRows(table)
    added.getRow(1).font = { bold: true }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
