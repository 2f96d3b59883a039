import { describe, expect, it } from 'vitest'
import { toInstant, toLocalDate } from './local-time.ts'

describe('the instant of a local time', () => {
  it.each([
    ['2026-07-01', '10:00', 'Europe/Lisbon', '2026-07-01T09:00:00.000Z'],
    ['2026-12-01', '10:00', 'Europe/Lisbon', '2026-12-01T10:00:00.000Z'],
    ['2026-07-01', '09:30', 'Asia/Tokyo', '2026-07-01T00:30:00.000Z'],
    ['2026-07-01', '08:00', 'Asia/Tokyo', '2026-06-30T23:00:00.000Z'],
    ['2026-07-01', '19:00', 'America/Mexico_City', '2026-07-02T01:00:00.000Z'],
    // Clocks go forward in the night to 29 March, and back in the night to 25 October.
    ['2026-03-29', '00:30', 'Europe/Oslo', '2026-03-28T23:30:00.000Z'],
    ['2026-03-29', '10:00', 'Europe/Oslo', '2026-03-29T08:00:00.000Z'],
    ['2026-03-29', '02:30', 'Europe/Oslo', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '10:00', 'Europe/Oslo', '2026-10-25T09:00:00.000Z'],
  ])('%s %s in %s is %s', (date, time, zone, expected) => {
    expect(toInstant(date, time, zone).toISOString()).toBe(expected)
  })
})

describe('the local date of an instant', () => {
  it.each([
    ['2027-06-15T23:35:00Z', 'UTC', '2027-06-15'],
    ['2027-06-15T23:35:00Z', 'Asia/Tokyo', '2027-06-16'],
    ['2027-06-15T09:59:00Z', 'Pacific/Kiritimati', '2027-06-15'],
    ['2027-06-15T10:00:00Z', 'Pacific/Kiritimati', '2027-06-16'],
    ['2027-06-15T10:59:00Z', 'Pacific/Pago_Pago', '2027-06-14'],
    ['2028-02-28T23:55:00Z', 'Europe/Berlin', '2028-02-29'],
    ['2027-12-31T23:55:00Z', 'Pacific/Auckland', '2028-01-01'],
    // Clocks go forward on 28 March and back on 31 October, which is 25 hours long.
    ['2027-03-28T22:30:00Z', 'Europe/Berlin', '2027-03-29'],
    ['2027-10-31T22:30:00Z', 'Europe/Berlin', '2027-10-31'],
  ])('at %s in %s is %s', (instant, zone, expected) => {
    expect(toLocalDate(new Date(instant), zone)).toBe(expected)
  })
})
