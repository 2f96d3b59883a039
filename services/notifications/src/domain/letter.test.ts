import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facts, type Letter, link, type Reader, toHtml, toLine, toText, words } from './letter.ts'
import en from './messages/en.json'

const origin = 'https://fernweh.example'
const say: Reader['say'] = (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => String(value)), en[key])
const reader: Reader = { name: 'Ann', locale: 'en-GB', say, origin }
const letter: Letter = {
  subject: 'Booked: Tiles',
  to: 'Ann',
  parts: [
    words('Your seats are booked.'),
    facts(['For', '2 seats'], ['Paid', '€65']),
    link('Your booking', `${origin}/b`),
  ],
}

describe('a letter', () => {
  it('reads as text', () =>
    expect(toText(letter, reader)).toBe(
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

  it('greets nobody by a name that is not known', () =>
    expect(toText({ ...letter, to: null }, reader)).toMatch(/^Hello,\n/))

  it('has no markup in HTML but its own, whatever people typed', () => {
    const tags = (html: string) => html.match(/<[^>]*>/g)
    const own = tags(toHtml(letter, reader))
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[<>&"'a-z/ =]*$/))
    fc.assert(
      fc.property(typed, typed, typed, (name, text, value) => {
        const parts = [words(text), facts(['For', value], ['Paid', value]), link(text, `${origin}/b`)]
        expect(tags(toHtml({ subject: text, to: name, parts }, reader))).toEqual(own)
      }),
    )
  })
})

it.each([
  ['de-AT', 'lang="de-AT" dir="ltr"'],
  ['ar-EG-u-nu-latn', 'lang="ar-EG" dir="rtl"'],
])('a letter in %s says so in HTML', (locale, spoken) =>
  expect(toHtml(letter, { ...reader, locale }).match(new RegExp(spoken, 'g'))).toHaveLength(2),
)

describe('a line', () => {
  it('stays one, whatever people typed', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(toLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
      }),
    ))

  it('keeps what is harmless', () => expect(toLine('  Inés Öberg-O’Neil 家 👩‍🌾 ')).toBe('Inés Öberg-O’Neil 家 👩‍🌾'))
})
