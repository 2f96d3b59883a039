import { describe, expect, it } from 'vitest'
import { toAmount, toLocale, toPlaceTime, toSeats, toUniversalTime } from './figures.ts'

describe('a time', () => {
  it.each([
    ['2027-03-28T00:59:00.000Z', /Sunday,? 28 March 2027, 00:59 Lisbon time \(GMT(\+0)?\)/],
    ['2027-03-28T01:00:00.000Z', /Sunday,? 28 March 2027, 02:00 Lisbon time \(GMT\+1\)/],
    ['2027-10-31T00:30:00.000Z', /Sunday,? 31 October 2027, 01:30 Lisbon time \(GMT\+1\)/],
    ['2027-10-31T01:30:00.000Z', /Sunday,? 31 October 2027, 01:30 Lisbon time \(GMT(\+0)?\)/],
  ])('%s is told by the clock of its place, on the days when that changes too', (instant, words) =>
    expect(toPlaceTime(instant, 'Europe/Lisbon', 'en-GB')).toMatch(words),
  )

  it('names the place that the zone is named for', () =>
    expect(toPlaceTime('2027-07-14T17:30:00.000Z', 'America/Argentina/Buenos_Aires', 'en-GB')).toMatch(
      /14:30 Buenos Aires time \(GMT-3\)$/,
    ))

  it('that belongs to no place is universal', () =>
    expect(toUniversalTime('2027-07-14T17:30:00.000Z', 'en-GB')).toMatch(/^Wednesday,? 14 July 2027, 17:30 UTC$/))
})

describe('an amount', () => {
  it.each([
    [6500, 'EUR', 'en-GB', '€65'],
    [6550, 'EUR', 'en-GB', '€65.50'],
    [6550, 'JPY', 'en-GB', 'JP¥6,550'],
    [6550, 'KWD', 'en-GB', 'KWD\u00a06.550'],
    [6550, 'EUR', 'de-AT', '€\u00a065,50'],
  ])('of %i %s in %s is %s', (amount, currency, locale, words) =>
    expect(toAmount({ amount, currency }, locale)).toBe(words),
  )
})

it.each([
  [undefined, 'en-GB'],
  ['', 'en-GB'],
  ['not a locale', 'en-GB'],
  ['xx-XX', 'en-GB'],
  ['pt-PT', 'pt-PT'],
])('the locale %s is read as %s', (locale, read) => expect(toLocale(locale)).toBe(read))

it('one seat is not seats', () => expect([toSeats(1), toSeats(2)]).toEqual(['1 seat', '2 seats']))
