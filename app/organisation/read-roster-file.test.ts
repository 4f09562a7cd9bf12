import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { aWorkbook } from '#tests/workbook.ts'
import { readTable } from './read-roster-file.server.ts'
import { tableToCsv, tableToWorkbook } from './write-roster-file.server.ts'

describe('readTable', () => {
  it('reads what Excel writes: text, numbers, rich text, results of formulas, gaps', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('花名册')
    sheet.addRow(['姓名', '工号 & "号"', 'x<y'])
    sheet.getCell('A3').value = { richText: [{ text: '䶮' }, { text: '𬭎' }] }
    sheet.getCell('B3').value = 1001
    sheet.getCell('D3').value = { formula: '1+1', result: '=2' }
    book.addWorksheet('其他').addRow(['not read'])
    const read = readTable(Buffer.from(await book.xlsx.writeBuffer()))
    expect(read.ok && read.value).toEqual([
      ['姓名', '工号 & "号"', 'x<y'],
      [],
      ['䶮𬭎', '1001', '', '=2'],
    ])
  })

  it('reads its own workbook and CSV back', async () => {
    const table = [
      ['姓名', '工号'],
      ['䶮𬭎', '007'],
      ['=1+1', '+86'],
    ]
    const notes = { name: '说明', table: [['x']] }
    const book = readTable(await tableToWorkbook({ name: '花名册', table }, notes))
    expect(book.ok && book.value).toEqual(table)
    const csv = tableToCsv(table)
    expect(csv.toString()).toContain("'=1+1")
    const read = readTable(csv)
    expect(read.ok && read.value.slice(0, 2)).toEqual(table.slice(0, 2))
  })

  it('reads CSV in UTF-8 with and without a mark, in GB18030, and from tabs in UTF-16', () => {
    const gb = Buffer.from('d0d5c3fb2cb9a4bac50d0acdf5c3f72c310d0a', 'hex')
    const wanted = [
      ['姓名', '工号'],
      ['王明', '1'],
    ]
    const utf16 = Buffer.from('\ufeff姓名\t工号\r\n王明\t1', 'utf16le')
    for (const bytes of [
      gb,
      Buffer.from('姓名,工号\n王明,1'),
      Buffer.from('\ufeff姓名,工号\n王明,1'),
      utf16,
    ]) {
      const read = readTable(bytes)
      expect(read.ok && read.value.slice(0, 2)).toEqual(wanted)
    }
  })

  it('leaves out how a name is read aloud', () => {
    const texts = '<sst><si><t>王明</t><rPh sb="0" eb="1"><t>wang</t></rPh><phoneticPr/></si></sst>'
    const read = readTable(aWorkbook('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', texts))
    expect(read).toEqual({ ok: true, value: [['王明']] })
  })

  it('says what it cannot read', () => {
    expect(readTable(Buffer.alloc(0))).toEqual({ ok: false, error: 'empty' })
    expect(readTable(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual({
      ok: false,
      error: 'old-excel',
    })
    expect(readTable(Buffer.from('504b0304ffff', 'hex'))).toEqual({
      ok: false,
      error: 'unreadable',
    })
    expect(readTable(Buffer.from([0xff, 0xff, 0x00]))).toEqual({ ok: false, error: 'unreadable' })
  })

  it('stops at a bomb, at a million empty rows and at a cell at the end of the sheet, quickly', () => {
    const cpu = () => process.cpuUsage().user / 1_000
    const begun = cpu()
    const bomb = aWorkbook(Buffer.alloc(400 * 1_024 * 1_024))
    expect(bomb.length).toBeLessThan(6 * 1_024 * 1_024)
    const opening = cpu()
    expect(readTable(bomb)).toEqual({ ok: false, error: 'too-large' })
    expect(cpu() - opening).toBeLessThan(1_000)
    const empty = aWorkbook(`<sheetData>${'<row/>'.repeat(1_000_000)}</sheetData>`)
    expect(readTable(empty)).toEqual({ ok: true, value: [] })
    const full = aWorkbook(`<sheetData>${'<row><c><v>1</v></c></row>'.repeat(400_000)}</sheetData>`)
    expect(readTable(full)).toEqual({ ok: false, error: 'too-large' })
    const far = aWorkbook(
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="A1"><v>1</v></c></row>',
    )
    expect(readTable(far)).toEqual({ ok: false, error: 'too-large' })
    const unclosed = aWorkbook(`<row>${'<c>'.repeat(1_000_000)}`)
    expect(readTable(unclosed).ok).toBe(true)
    for (const part of [
      '<row ',
      '<row><c/></row>',
      '<row><c><is><rPh>',
      '<row><c t="inlineStr">',
    ]) {
      readTable(aWorkbook(part.repeat(12_000_000 / part.length)))
    }
    readTable(aWorkbook('<row/>', '<si><rPh>'.repeat(1_300_000)))
    expect(cpu() - begun).toBeLessThan(20_000)
  })
})
