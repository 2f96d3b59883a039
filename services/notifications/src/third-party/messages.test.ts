import { languages, toLocale } from '@fernweh/contracts/browser/languages'
import { describe, expect, it } from 'vitest'
import en from '../domain/messages/en.json'
import { translateIn } from './messages.ts'

const values = {
  seats: 3,
  title: 'T',
  name: 'N',
  amount: 'A',
  when: 'W',
  day: 'D',
  clock: 'C',
  place: 'P',
  offset: 'O',
  city: 'Y',
  country: 'L',
  reference: 'R',
}

describe.each(languages)('a mail in %s', (language) => {
  const translate = translateIn(toLocale(language))

  it('has a text for every key, with every placeholder filled', () => {
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      const text = translate(key, values)
      expect(text).not.toBe(key)
      expect(text).not.toMatch(/[{}]|undefined/)
      for (const [, placeholder = ''] of en[key].matchAll(/\{(\w+)\}/g)) {
        expect(text).toContain(values[placeholder as keyof typeof values])
      }
    }
  })
})

it.each([
  ['en-GB', 1, '1 seat'],
  ['en-GB', 2, '2 seats'],
  ['de-DE', 1, '1 Platz'],
  ['de-DE', 2, '2 Plätze'],
  ['ar-EG-u-nu-latn', 1, 'مقعد واحد'],
  ['ar-EG-u-nu-latn', 2, 'مقعدان'],
  ['ar-EG-u-nu-latn', 3, '3 مقاعد'],
  ['ar-EG-u-nu-latn', 11, '11 مقعدًا'],
])('in %s, %i seats are %s', (locale, seats, words) =>
  expect(translateIn(locale)('booking.seats', { seats })).toBe(words),
)
