import { expect, test } from 'vitest'
import { createDateFormat, isKnownZone, toLocalDay } from './time-format.ts'

const noon = new Date('2030-03-14T12:00:00Z')
const hourIn = (timeZone: string) =>
  createDateFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(noon)

test('formats in the zone, and in UTC when the zone is unknown', () => {
  expect(hourIn('America/New_York')).toBe('08')
  expect(hourIn('Nowhere/At_all')).toBe('12')
})

test('names the day at the place', () => {
  const instant = '2030-03-14T23:30:00Z'
  expect(['Pacific/Pago_Pago', 'UTC', 'Asia/Tokyo'].map((zone) => toLocalDay(instant, zone))).toEqual([
    '2030-03-14',
    '2030-03-14',
    '2030-03-15',
  ])
})

test('tells known zones from unknown ones', () => {
  expect(['Europe/Lisbon', 'UTC', 'Nowhere/At_all', ''].map(isKnownZone)).toEqual([true, true, false, false])
})
