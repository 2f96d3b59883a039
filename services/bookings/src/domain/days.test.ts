import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import { expect, test } from 'vitest'
import { fromDay } from './days.ts'

function sessionAt(startsAt: string, zone = 'Europe/Lisbon') {
  const price = { amount: 3200, currency: 'EUR' }
  const data: SessionSeats = {
    sessionId: startsAt,
    experienceId: 'tram',
    startsAt,
    zone,
    capacity: 8,
    seatsLeft: 8,
    price,
  }
  return { feed: `session.${startsAt}`, version: 1, data }
}

const upcoming = ['2030-03-14T10:00:00Z', '2030-03-14T18:00:00Z', '2030-03-15T10:00:00Z'].map((at) => sessionAt(at))

test('the sessions of a day and after it are returned, with every day that has sessions', () => {
  expect(fromDay(upcoming, '2030-03-15')).toEqual({
    sessions: upcoming.slice(2),
    days: [
      { day: '2030-03-14', sessions: 2, seatsLeft: 8 },
      { day: '2030-03-15', sessions: 1, seatsLeft: 8 },
    ],
  })
  expect(fromDay(upcoming).sessions).toEqual(upcoming)
})

test('a day has the room of its session with the most seats left', () => {
  const withSeats = (at: string, seatsLeft: number) => {
    const session = sessionAt(at)
    return { ...session, data: { ...session.data, seatsLeft } }
  }
  const sessions = [withSeats('2030-03-14T10:00:00Z', 0), withSeats('2030-03-14T18:00:00Z', 3)]
  expect(fromDay(sessions).days).toEqual([{ day: '2030-03-14', sessions: 2, seatsLeft: 3 }])
})

test('a day begins by the clocks of the place', () => {
  const late = sessionAt('2030-03-14T16:30:00Z', 'Asia/Tokyo')
  expect(fromDay([late]).days).toMatchObject([{ day: '2030-03-15', sessions: 1 }])
  expect(fromDay([late], '2030-03-15').sessions).toEqual([late])
})

test('an unknown zone is read as UTC', () => {
  expect(fromDay([sessionAt('2030-03-14T23:30:00Z', 'Mars/Olympus')]).days).toMatchObject([{ day: '2030-03-14' }])
})

test('at most sixty are returned, with the days of all', () => {
  const many = Array.from({ length: 90 }, (_, day) => sessionAt(new Date(Date.UTC(2030, 0, day + 1, 10)).toISOString()))
  const { sessions, days } = fromDay(many)
  expect([sessions.length, days.length]).toEqual([60, 90])
})
