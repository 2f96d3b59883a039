import type { TicketCode } from '@fernweh/contracts/fragments/bookings'
import { correction, generate } from 'lean-qr'
import { toSvgPath, toSvgSource } from 'lean-qr/extras/svg'

const toCode = (reference: string, origin: string) =>
  generate(toTicketUrl(reference, origin), { minCorrectionLevel: correction.M })

/** Black on white in dark mode too: scanners need the contrast, and a quiet zone of four modules. */
export function toTicketImage(reference: string, origin: string): string {
  return toSvgSource(toCode(reference, origin), { on: '#000', off: '#fff', pad: 4, xmlDeclaration: false })
}

/** For a page that draws the code and its quiet zone itself. */
export function toTicketCode(reference: string, origin: string): TicketCode {
  const code = toCode(reference, origin)
  return { modules: code.size, path: toSvgPath(code) }
}

/** The code contains this address; the host's staff open it to check the ticket. */
export const toTicketUrl = (reference: string, origin: string) => `${origin}/tickets/${reference}`
