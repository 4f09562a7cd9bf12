import QRCode from 'qrcode'

/** A QR code as one SVG path: `size` modules square, the quiet zone included. */
export type Qr = { size: number; path: string }

/** Light modules that must surround the code (ISO/IEC 18004). */
const quiet = 4

/** The QR code of `text`: rows of dark modules become horizontal strokes. */
export function qrOf(text: string): Qr {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const strokes: string[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!modules.get(row, column)) continue
      const begin = column
      while (column < size && modules.get(row, column)) column++
      strokes.push(`M${begin + quiet} ${row + quiet}h${column - begin}v1h${begin - column}z`)
    }
  }
  return { size: size + 2 * quiet, path: strokes.join('') }
}
