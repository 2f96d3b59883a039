import { describe, expect, it } from 'vitest'
import { toPlaceTime, toUniversalTime } from './date-text.ts'

function said(instant: string, zone: string, city = 'Lisbon'): string {
  const { day, clock, place, offset } = toPlaceTime(instant, { zone, place: city }, 'en-GB')
  return `${day}, ${clock} ${place} time (${offset})`
}

describe('a time', () => {
  it.each([
    ['2027-03-28T00:59:00.000Z', /Sunday,? 28 March 2027, 00:59 Lisbon time \(GMT(\+0)?\)/],
    ['2027-03-28T01:00:00.000Z', /Sunday,? 28 March 2027, 02:00 Lisbon time \(GMT\+1\)/],
    ['2027-10-31T00:30:00.000Z', /Sunday,? 31 October 2027, 01:30 Lisbon time \(GMT\+1\)/],
    ['2027-10-31T01:30:00.000Z', /Sunday,? 31 October 2027, 01:30 Lisbon time \(GMT(\+0)?\)/],
  ])('%s is told by the clock of its place, on the days when that changes too', (instant, words) =>
    expect(said(instant, 'Europe/Lisbon')).toMatch(words),
  )

  it('of a zone that nobody knows is told by UTC', () =>
    expect(said('2027-07-14T17:30:00.000Z', 'Nowhere/At_all')).toMatch(
      /14 July 2027, 17:30 Lisbon time \((UTC|GMT(\+0)?)\)/,
    ))

  it('has an offset of hours, and of minutes where the place keeps such', () => {
    const offsets = ['Asia/Kathmandu', 'America/St_Johns', 'America/Vancouver'].map(
      (zone) => toPlaceTime('2026-12-01T17:30:00.000Z', { zone, place: 'there' }, 'en-GB').offset,
    )
    expect(offsets).toEqual(['GMT+5:45', 'GMT-3:30', 'GMT-7'])
  })

  it('names the place, not the city that its zone is named for', () =>
    expect(said('2027-07-14T17:30:00.000Z', 'Europe/Madrid', 'Seville')).toMatch(/19:30 Seville time \(GMT\+2\)$/))

  it('that belongs to no place is universal', () => {
    const { day, clock } = toUniversalTime('2027-07-14T17:30:00.000Z', 'en-GB')
    expect(`${day}, ${clock}`).toMatch(/^Wednesday,? 14 July 2027, 17:30$/)
  })

  it('is written as the reader’s language does, in digits that are those of the ticket', () => {
    const lisbon = { zone: 'Europe/Lisbon', place: 'Lisbon' }
    const { day, clock } = toPlaceTime('2027-07-14T17:30:00.000Z', lisbon, 'ar-EG-u-nu-latn')
    expect([day, clock]).toEqual(['الأربعاء، 14 يوليو 2027', '18:30'])
    expect(toPlaceTime('2027-01-14T17:30:00.000Z', lisbon, 'de-AT').day).toBe('Donnerstag, 14. Jänner 2027')
  })
})
