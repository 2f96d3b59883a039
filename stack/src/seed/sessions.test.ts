import { toLocalDay } from '@fernweh/contracts/zones'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './days.ts'
import type { SeedExperience } from './seed-experience.ts'
import { DAYS, pastSession, upcomingSessions } from './sessions.ts'

const MIDDLE = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland']
/** With the zones furthest ahead of UTC and behind it. */
const zones = [...MIDDLE, 'Pacific/Kiritimati', 'Pacific/Pago_Pago']

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const experienceIn = (zone: string, starts = ['00:30', '23:30'], days = everyDay): SeedExperience => ({
  entry: {
    experienceId: 'walk',
    hostId: 'cleo',
    category: 'walk',
    title: 'A walk',
    summary: 'A walk.',
    description: 'A walk.',
    language: 'en',
    languages: ['en'],
    translations: {},
    durationMinutes: 60,
    price: { amount: 1000, currency: 'EUR' },
    city: 'Somewhere',
    country: 'PT',
    zone,
    place: { latitude: 0, longitude: 0 },
  },
  starts,
  days,
  capacity: 8,
  reviews: [],
  hostName: 'Cleo',
})

const startsOf = (zone: string, now: string) =>
  upcomingSessions(experienceIn(zone), new Date(now)).map(({ startsAt }) => startsAt)

describe('sessions to come', () => {
  it.each([
    ['Asia/Tokyo', '2027-06-16T15:30:00.000Z'],
    ['Pacific/Auckland', '2027-06-16T12:30:00.000Z'],
    ['Pacific/Kiritimati', '2027-06-16T10:30:00.000Z'],
    ['Pacific/Pago_Pago', '2027-06-16T11:30:00.000Z'],
    ['UTC', '2027-06-16T00:30:00.000Z'],
  ])('at 23:35 UTC begin on the next day in %s', (zone, first) => {
    expect(startsOf(zone, '2027-06-15T23:35:00Z')[0]).toBe(first)
  })

  it('at 00:05 UTC begin on the next day of a zone that is still on the day before', () => {
    expect(startsOf('America/New_York', '2027-06-15T00:05:00Z')[0]).toBe('2027-06-15T04:30:00.000Z')
  })

  it.each(
    ['00:05', '12:00', '23:55'].flatMap((time) =>
      // The ends of months, and the nights in which clocks are changed in New York and Berlin.
      [
        '2027-02-28',
        '2028-02-29',
        '2027-03-13',
        '2027-03-14',
        '2027-03-27',
        '2027-03-28',
        '2027-06-30',
        '2027-10-30',
        '2027-10-31',
        '2027-11-06',
        '2027-11-07',
        '2027-12-31',
      ].map((date) => `${date}T${time}:00Z`),
    ),
  )('at %s are on each of the next sixty days, in every zone', (now) => {
    for (const zone of zones) {
      const today = toLocalDay(new Date(now).toISOString(), zone)
      const dates = startsOf(zone, now).map((startsAt) => toLocalDay(startsAt, zone))
      const expected = Array.from({ length: DAYS }, (_, day) => addDays(today, day + 1))
      expect(dates).toEqual(expected.flatMap((date) => [date, date]))
    }
  })
})

describe('at any instant, in any zone and on any weekday', () => {
  const year = { min: new Date('2027-01-01'), max: new Date('2029-01-01'), noInvalidDate: true }
  const times = ['00:00', '02:30', '12:00', '23:59']
  const any = [
    fc.date(year),
    fc.constantFrom(...zones),
    fc.constantFrom(...times),
    fc.constantFrom(...everyDay),
  ] as const

  it('sessions to come have not begun', () => {
    fc.assert(
      fc.property(...any, (now, zone, time, day) => {
        const sessions = upcomingSessions(experienceIn(zone, [time], [day]), now)
        expect(sessions.every(({ startsAt }) => Date.parse(startsAt) > now.getTime())).toBe(true)
        expect(sessions.length).toBeGreaterThanOrEqual(8)
      }),
    )
  })

  it('sessions of three days ago began more than two days ago', () => {
    fc.assert(
      fc.property(...any, (now, zone, time, day) => {
        const visit = { sessionId: 'walk-visited', daysAgo: 3, now }
        const { startsAt } = pastSession(experienceIn(zone, [time], [day]), visit)
        expect(Date.parse(startsAt)).toBeLessThan(now.getTime() - 47 * 3_600_000)
      }),
    )
  })
})
