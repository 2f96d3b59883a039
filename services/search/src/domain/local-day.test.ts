import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toStartOfDay } from './local-day.ts'

const iso = (day: string, zone: string, later?: number) => new Date(toStartOfDay(day, zone, later)).toISOString()

describe('a day begins when the clock of the place says so', () => {
  it.each([
    ['2030-01-15', 'Europe/Lisbon', '2030-01-15T00:00:00.000Z'],
    ['2030-07-15', 'Europe/Lisbon', '2030-07-14T23:00:00.000Z'],
    ['2030-01-15', 'Asia/Tokyo', '2030-01-14T15:00:00.000Z'],
    ['2030-01-15', 'America/New_York', '2030-01-15T05:00:00.000Z'],
    ['2030-01-15', 'Asia/Kathmandu', '2030-01-14T18:15:00.000Z'],
  ])('%s in %s', (day, zone, instant) => expect(iso(day, zone)).toBe(instant))

  it('also on the days on which the clock is put forward or back', () => {
    expect(iso('2030-03-31', 'Europe/Berlin')).toBe('2030-03-30T23:00:00.000Z')
    expect(iso('2030-03-31', 'Europe/Berlin', 1)).toBe('2030-03-31T22:00:00.000Z')
    expect(iso('2030-10-27', 'Europe/Berlin')).toBe('2030-10-26T22:00:00.000Z')
    expect(iso('2030-10-27', 'Europe/Berlin', 1)).toBe('2030-10-27T23:00:00.000Z')
  })

  it('and the calendar agrees', () => {
    const zones = fc.constantFrom('Europe/Lisbon', 'America/Los_Angeles', 'Australia/Hobart', 'Asia/Kolkata')
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, zones, (date, zone) => {
        const day = date.toISOString().slice(0, 10)
        const dayAt = (instant: number) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant)
        expect(dayAt(toStartOfDay(day, zone))).toBe(day)
        expect(dayAt(toStartOfDay(day, zone) - 1)).not.toBe(day)
      }),
    )
  })

  it('in UTC where nobody knows the zone', () => {
    expect(iso('2030-01-15', 'Middle/Earth')).toBe('2030-01-15T00:00:00.000Z')
  })
})
