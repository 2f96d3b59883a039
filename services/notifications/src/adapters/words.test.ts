import { languages, toLocale } from '@fernweh/contracts/browser/languages'
import { describe, expect, it } from 'vitest'
import en from '../domain/messages/en.json'
import { sayIn } from './words.ts'

const figures = {
  seats: 3,
  title: 'T',
  name: 'N',
  amount: 'A',
  when: 'W',
  day: 'D',
  clock: 'C',
  place: 'P',
  offset: 'O',
}

describe.each(languages)('a mail in %s', (language) => {
  const say = sayIn(toLocale(language))

  it('has words for everything, and none with a hole in them', () => {
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      const said = say(key, figures)
      expect(said).not.toBe(key)
      expect(said).not.toMatch(/[{}]|undefined/)
      for (const [, hole = ''] of en[key].matchAll(/\{(\w+)\}/g)) {
        expect(said).toContain(figures[hole as keyof typeof figures])
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
])('in %s, %i seats are %s', (locale, seats, words) => expect(sayIn(locale)('booking.seats', { seats })).toBe(words))
