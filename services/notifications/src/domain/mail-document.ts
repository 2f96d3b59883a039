/** A mail before it becomes text and HTML. */
import { directionOf } from '@fernweh/contracts/browser/languages'
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
}

type Part =
  | { kind: 'paragraph'; text: string }
  | { kind: 'details'; details: readonly (readonly [label: string, value: string])[] }
  | { kind: 'link'; text: string; url: string }

export const paragraph = (text: string): Part => ({ kind: 'paragraph', text })
export const details = (...details: (readonly [string, string])[]): Part => ({ kind: 'details', details })
export const link = (text: string, url: string): Part => ({ kind: 'link', text, url })

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
    return part.details.map(([label, value]) => `${label}: ${value}`).join('\n')
  })
  return `${[greeting(mail, reader), ...parts, `Fernweh\n${reader.origin}`].join('\n\n')}\n`
}

const STYLE = `body{margin:0;padding:32px 16px;font:16px/1.5 system-ui,sans-serif}
main{max-width:34em;margin:0 auto}
th{padding:2px 0;text-align:left;font-weight:normal;opacity:.75}
[dir=rtl] th{text-align:right}
td{padding:2px 16px}
footer{margin-top:32px;padding-top:16px;border-top:1px solid #e0894f;font-size:14px}`

export function toHtml(mail: MailDocument, reader: Reader): string {
  const { locale, origin } = reader
  const languageAttributes = `lang="${toLanguageTag(locale)}" dir="${directionOf(locale)}"`
  const parts = mail.parts.map((part) => {
    if (part.kind === 'paragraph') return `<p>${escapeHtml(part.text)}</p>`
    if (part.kind === 'link') return `<p>${toAnchor(part.url, part.text)}</p>`
    return `<table>${part.details.map(toRow).join('')}</table>`
  })
  return `<!doctype html>
<html ${languageAttributes}>
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(mail.subject)}</title>
<style>${STYLE}</style></head>
<body><main ${languageAttributes}>
${[`<p>${escapeHtml(greeting(mail, reader))}</p>`, ...parts].join('\n')}
<footer>${toAnchor(origin, 'Fernweh')}</footer>
</main></body>
</html>
`
}

const toRow = ([label, value]: readonly [string, string]) =>
  `<tr><th scope="row">${escapeHtml(label)}</th><td dir="auto">${escapeHtml(value)}</td></tr>`

const toAnchor = (url: string, text: string) => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
