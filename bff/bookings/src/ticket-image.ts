import type { TicketCode } from '@fernweh/contracts/fragments/bookings'
import { correction, generate } from 'lean-qr'
import { toSvgPath, toSvgSource } from 'lean-qr/extras/svg'

const toCode = (reference: string, origin: string) =>
  generate(toTicketUrl(reference, origin), { minCorrectionLevel: correction.M })

/** Black on white whatever the page's colours are: readers need the contrast, and the quiet zone of four modules. */
export function toTicketImage(reference: string, origin: string): string {
  return toSvgSource(toCode(reference, origin), { on: '#000', off: '#fff', pad: 4, xmlDeclaration: false })
}

/** For a page that draws it itself, with the quiet zone around. */
export function toTicketCode(reference: string, origin: string): TicketCode {
  const code = toCode(reference, origin)
  return { modules: code.size, path: toSvgPath(code) }
}

/** What somebody at the door opens. */
export const toTicketUrl = (reference: string, origin: string) => `${origin}/tickets/${reference}`
