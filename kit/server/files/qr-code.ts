/** Codes are black on white in dark mode too: scanners need the contrast, and a quiet zone of four modules. */
import { correction, generate } from 'lean-qr'
import { toPngBuffer } from 'lean-qr/extras/node_export'
import { toSvgPath, toSvgSource } from 'lean-qr/extras/svg'

const QUIET_ZONE = 4
/** Pixels per module: sharp on dense screens at the size of a thumb. */
const PNG_SCALE = 8

const toCode = (text: string) => generate(text, { minCorrectionLevel: correction.M })

export function toQrSvg(text: string): string {
  return toSvgSource(toCode(text), { on: '#000', off: '#fff', pad: QUIET_ZONE, xmlDeclaration: false })
}

/** For mails, where few programs show SVG. */
export function toQrPng(text: string): Buffer {
  const options = { on: [0, 0, 0], off: [255, 255, 255], pad: QUIET_ZONE, scale: PNG_SCALE } as const
  return Buffer.from(toPngBuffer(toCode(text), options))
}

/** For a page that draws the code and its quiet zone itself: an SVG path in a square of `modules` by `modules`. */
export function toQrPath(text: string): { modules: number; path: string } {
  const code = toCode(text)
  return { modules: code.size, path: toSvgPath(code) }
}
