/** A mail before it is text or HTML. */
import { directionOf } from '@fernweh/contracts/browser/languages'
import type en from './messages/en.json'

/** Says a message in the reader's language. */
export type Say = (key: keyof typeof en, values?: Record<string, string | number>) => string

/** Who reads a mail, how, and where its links lead. */
export interface Reader {
  name: string | null
  /** What dates and prices are written by. */
  locale: string
  say: Say
  origin: string
}

export interface Letter {
  subject: string
  /** Null where nobody has proved yet that the name is theirs. */
  to: string | null
  parts: Part[]
}

type Part =
  | { kind: 'words'; text: string }
  | { kind: 'facts'; facts: readonly (readonly [label: string, value: string])[] }
  | { kind: 'link'; text: string; url: string }

export const words = (text: string): Part => ({ kind: 'words', text })
export const facts = (...facts: (readonly [string, string])[]): Part => ({ kind: 'facts', facts })
export const link = (text: string, url: string): Part => ({ kind: 'link', text, url })

const BREAKS = /[\p{Cc}\u2028\u2029]+/gu
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu

/** What people typed, on one line and in the direction of the rest. */
export const toLine = (text: string) => text.replace(BREAKS, ' ').replace(TURNS, '').trim()

const greeting = ({ to }: Letter, { say }: Reader) =>
  to === null ? say('letter.hello') : say('letter.hello-name', { name: to })

/** As a header and markup name the language: without how digits are written. */
export const toTag = (locale: string) => locale.replace(/-u-.*$/, '')

export function toText(letter: Letter, reader: Reader): string {
  const parts = letter.parts.map((part) => {
    if (part.kind === 'words') return part.text
    if (part.kind === 'link') return `${part.text}:\n${part.url}`
    return part.facts.map(([label, value]) => `${label}: ${value}`).join('\n')
  })
  return `${[greeting(letter, reader), ...parts, `Fernweh\n${reader.origin}`].join('\n\n')}\n`
}

const STYLE = `body{margin:0;padding:32px 16px;font:16px/1.5 system-ui,sans-serif}
main{max-width:34em;margin:0 auto}
th{padding:2px 0;text-align:left;font-weight:normal;opacity:.75}
[dir=rtl] th{text-align:right}
td{padding:2px 16px}
footer{margin-top:32px;padding-top:16px;border-top:1px solid #e0894f;font-size:14px}`

export function toHtml(letter: Letter, reader: Reader): string {
  const { locale, origin } = reader
  const spoken = `lang="${toTag(locale)}" dir="${directionOf(locale)}"`
  const parts = letter.parts.map((part) => {
    if (part.kind === 'words') return `<p>${escaped(part.text)}</p>`
    if (part.kind === 'link') return `<p>${toAnchor(part.url, part.text)}</p>`
    return `<table>${part.facts.map(toRow).join('')}</table>`
  })
  return `<!doctype html>
<html ${spoken}>
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escaped(letter.subject)}</title>
<style>${STYLE}</style></head>
<body><main ${spoken}>
${[`<p>${escaped(greeting(letter, reader))}</p>`, ...parts].join('\n')}
<footer>${toAnchor(origin, 'Fernweh')}</footer>
</main></body>
</html>
`
}

const toRow = ([label, value]: readonly [string, string]) =>
  `<tr><th scope="row">${escaped(label)}</th><td dir="auto">${escaped(value)}</td></tr>`

const toAnchor = (url: string, text: string) => `<a href="${escaped(url)}">${escaped(text)}</a>`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
