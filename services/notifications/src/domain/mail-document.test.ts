import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { details, link, type MailDocument, paragraph, type Reader, toHtml, toLine, toText } from './mail-document.ts'
import en from './messages/en.json'

const origin = 'https://fernweh.example'
const translate: Reader['translate'] = (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => String(value)), en[key])
const reader: Reader = { name: 'Ann', locale: 'en-GB', translate, origin }
const document: MailDocument = {
  subject: 'Booked: Tiles',
  to: 'Ann',
  parts: [
    paragraph('Your seats are booked.'),
    details(['For', '2 seats'], ['Paid', '€65']),
    link('Your booking', `${origin}/b`),
  ],
}

describe('a mail', () => {
  it('is written as text', () =>
    expect(toText(document, reader)).toBe(
      `Hello Ann,

Your seats are booked.

For: 2 seats
Paid: €65

Your booking:
https://fernweh.example/b

Fernweh
https://fernweh.example
`,
    ))

  it('greets without a name when none is known', () =>
    expect(toText({ ...document, to: null }, reader)).toMatch(/^Hello,\n/))

  it('has no HTML markup but its own, whatever people typed', () => {
    const tags = (html: string) => html.match(/<[^>]*>/g)
    const own = tags(toHtml(document, reader))
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[<>&"'a-z/ =]*$/))
    fc.assert(
      fc.property(typed, typed, typed, (name, text, value) => {
        const parts = [paragraph(text), details(['For', value], ['Paid', value]), link(text, `${origin}/b`)]
        expect(tags(toHtml({ subject: text, to: name, parts }, reader))).toEqual(own)
      }),
    )
  })
})

it.each([
  ['de-AT', 'lang="de-AT" dir="ltr"'],
  ['ar-EG-u-nu-latn', 'lang="ar-EG" dir="rtl"'],
])('a mail in %s declares its language and direction in HTML', (locale, attributes) =>
  expect(toHtml(document, { ...reader, locale }).match(new RegExp(attributes, 'g'))).toHaveLength(2),
)

describe('a line', () => {
  it('stays one line, whatever people typed', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(toLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
      }),
    ))

  it('keeps harmless characters', () =>
    expect(toLine('  Inés Öberg-O’Neil 家 👩‍🌾 ')).toBe('Inés Öberg-O’Neil 家 👩‍🌾'))
})
