import { correction, generate } from 'lean-qr'
import { toSvgSource } from 'lean-qr/extras/svg'

/** Black on white whatever the page's colours are: readers need the contrast, and the quiet zone of four modules. */
export function toTicketImage(reference: string, origin: string): string {
  const code = generate(toTicketUrl(reference, origin), { minCorrectionLevel: correction.M })
  return toSvgSource(code, { on: '#000', off: '#fff', pad: 4, xmlDeclaration: false })
}

/** What somebody at the door opens. */
export const toTicketUrl = (reference: string, origin: string) => `${origin}/tickets/${reference}`
