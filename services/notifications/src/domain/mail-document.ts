/** A mail before it becomes text and HTML. */
import { directionOf } from '@fernweh/contracts/browser/languages'
import type { CalendarEntry } from '@fernweh/contracts/ticket-files'
import type en from './messages/en.json'

/** Returns a message in the reader's language. */
export type TranslateMail = (key: keyof typeof en, values?: Record<string, string | number>) => string

/** The reader of a mail, with what its text and links depend on. */
export interface Reader {
  name: string | null
  /** Formats dates and prices. */
  locale: string
  translate: TranslateMail
  origin: string
}

export interface MailDocument {
  subject: string
  /** Null while the name is unproven. */
  to: string | null
  parts: Part[]
  /** Its code is attached as a picture. */
  ticket?: Ticket
  calendar?: { reference: string; entry: CalendarEntry }
}

interface Ticket {
  reference: string
  /** What its code contains. */
  url: string
}

type Part =
  | { kind: 'paragraph'; text: string }
  | { kind: 'details'; details: readonly (readonly [label: string, value: string])[] }
  | { kind: 'link'; text: string; url: string }
  | { kind: 'ticket'; reference: string; alt: string }

export const paragraph = (text: string): Part => ({ kind: 'paragraph', text })
export const details = (...details: (readonly [string, string])[]): Part => ({ kind: 'details', details })
export const link = (text: string, url: string): Part => ({ kind: 'link', text, url })

export const ticketPart = (reference: string, alt: string): Part => ({ kind: 'ticket', reference, alt })

/** Content-ID of the ticket's code. */
export const TICKET_IMAGE = 'ticket@fernweh'

const BREAKS = /[\p{Cc}\u2028\u2029]+/gu
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu

/** Text that people typed, on one line and without controls that would change the direction of the rest. */
export const toLine = (text: string) => text.replace(BREAKS, ' ').replace(DIRECTION_CONTROLS, '').trim()

const greeting = ({ to }: MailDocument, { translate }: Reader) =>
  to === null ? translate('greeting.unnamed') : translate('greeting.named', { name: to })

/** The language as headers and markup name it: the locale without its extensions. */
export const toLanguageTag = (locale: string) => locale.replace(/-u-.*$/, '')

export function toText(mail: MailDocument, reader: Reader): string {
  const parts = mail.parts.map((part) => {
    if (part.kind === 'paragraph') return part.text
    if (part.kind === 'link') return `${part.text}:\n${part.url}`
    if (part.kind === 'ticket') return part.reference
    return part.details.map(([label, value]) => `${label}: ${value}`).join('\n')
  })
  return `${[greeting(mail, reader), ...parts, `Fernweh\n${reader.origin}`].join('\n\n')}\n`
}

/** Programs that ignore these show the colours of the light scheme. */
const COLOUR_SCHEMES =
  '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
const STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:32px 16px;font:16px/1.5 system-ui,sans-serif;color:#1e2a47;background:#f9f5ed}
main{max-width:34em;margin:0 auto}
a{color:#b8482a}
th{padding:2px 0;text-align:left;vertical-align:top;font-weight:normal;color:#4c5770}
[dir=rtl] th{text-align:right}
td{padding:2px 16px}
.ticket{text-align:center}
.ticket img{max-width:100%;background:#fff}
.ticket b{font-size:22px;letter-spacing:.05em}
footer{margin-top:32px;padding-top:16px;border-top:1px solid #e0894f;font-size:14px}
@media (prefers-color-scheme:dark){body{color:#f0ece2;background:#0f1628}a{color:#f0a15a}th{color:#b3bbcf}}`

export function toHtml(mail: MailDocument, reader: Reader): string {
  const { locale, origin } = reader
  const languageAttributes = `lang="${toLanguageTag(locale)}" dir="${directionOf(locale)}"`
  const parts = mail.parts.map((part) => {
    if (part.kind === 'paragraph') return `<p>${escapeHtml(part.text)}</p>`
    if (part.kind === 'link') return `<p>${toAnchor(part.url, part.text)}</p>`
    if (part.kind === 'ticket') return toTicket(part.reference, part.alt)
    return `<table>${part.details.map(toRow).join('')}</table>`
  })
  return `<!doctype html>
<html ${languageAttributes}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${COLOUR_SCHEMES}<title>${escapeHtml(mail.subject)}</title>
<style>${STYLE}</style></head>
<body><main ${languageAttributes}>
${[`<p>${escapeHtml(greeting(mail, reader))}</p>`, ...parts].join('\n')}
<footer>${toAnchor(origin, 'Fernweh')}</footer>
</main></body>
</html>
`
}

/** White around the code in dark mode, too. */
const toTicket = (reference: string, alt: string) =>
  `<p class="ticket"><img src="cid:${TICKET_IMAGE}" width="208" height="208" alt="${escapeHtml(alt)}"><br><b dir="ltr">${escapeHtml(reference)}</b></p>`

const toRow = ([label, value]: readonly [string, string]) =>
  `<tr><th scope="row">${escapeHtml(label)}</th><td dir="auto">${escapeHtml(value)}</td></tr>`

const toAnchor = (url: string, text: string) => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
