import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facts, type Letter, link, toHtml, toLine, toText, words } from './letter.ts'

const origin = 'https://fernweh.example'
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
    expect(toText(letter, origin)).toBe(
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
    expect(toText({ ...letter, to: null }, origin)).toMatch(/^Hello,\n/))

  it('has no markup in HTML but its own, whatever people typed', () => {
    const tags = (html: string) => html.match(/<[^>]*>/g)
    const own = tags(toHtml(letter, origin))
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[<>&"'a-z/ =]*$/))
    fc.assert(
      fc.property(typed, typed, typed, (name, text, value) => {
        const parts = [words(text), facts(['For', value], ['Paid', value]), link(text, `${origin}/b`)]
        expect(tags(toHtml({ subject: text, to: name, parts }, origin))).toEqual(own)
      }),
    )
  })
})

describe('a line', () => {
  it('stays one, whatever people typed', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(toLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
      }),
    ))

  it('keeps what is harmless', () => expect(toLine('  Inés Öberg-O’Neil 家 👩‍🌾 ')).toBe('Inés Öberg-O’Neil 家 👩‍🌾'))
})
