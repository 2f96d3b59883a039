import { expect, test } from 'vitest'
import { formatLocal, toPlaceClock, toPlaceDay, yearIfFar } from './time-format.ts'

const start = { startsAt: '2026-12-01T18:30:00Z', zone: 'America/Vancouver' }

test('the place’s time is the one that the server decided, whatever rules this platform has', () => {
  const local = { time: '2026-12-01T00:15', rules: '2026f' }
  expect(toPlaceClock({ ...start, local })).toBe('2026-12-01T00:15')
  expect(toPlaceDay({ ...start, local })).toBe('2026-12-01')
})

test('an answer without it is read by this platform’s rules, and by UTC where it does not know the zone', () => {
  expect(toPlaceClock({ startsAt: '2030-07-14T18:30:00Z', zone: 'Asia/Kolkata' })).toBe('2030-07-15T00:00')
  expect(toPlaceClock({ startsAt: '2030-07-14T18:30:00Z', zone: 'Nowhere/At_all' })).toBe('2030-07-14T18:30')
})

test('a local time is written as the language writes it', () => {
  const options = { weekday: 'short', day: 'numeric', month: 'short' } as const
  expect(formatLocal('2030-03-14T18:30', 'de-DE', options)).toMatch(/^Do\.?, 14\. März$/)
  expect(formatLocal('2030-03-14', 'en-GB', options)).toMatch(/^Thu,? 14 Mar$/)
})

test('the year is told of dates that are over, and beyond eleven months', () => {
  const now = Date.parse('2026-11-30T18:00:00Z')
  const years = ['2026-11-27', '2026-11-30', '2027-10-29', '2027-11-30', '2025-12-02'].map(
    (day) => yearIfFar(day, now).year,
  )
  expect(years).toEqual(['numeric', undefined, undefined, 'numeric', 'numeric'])
})
