import { expect, test } from 'vitest'
import { toMonths, toWeekdays } from './calendar-months.ts'

const months = (from: string, to: string, locale: string) => toMonths([{ day: from }, { day: to }], locale)

test('a calendar has every day of its months once, in weeks of seven', () => {
  const shown = months('2027-12-24', '2028-03-02', 'en-GB')
  expect(shown.map(({ month }) => month)).toEqual(['2027-12-01', '2028-01-01', '2028-02-01', '2028-03-01'])
  const days = shown.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null)
  expect([days.length, new Set(days).size, days.includes('2028-02-29')]).toEqual([31 + 31 + 29 + 31, 122, true])
  expect(shown.flatMap(({ weeks }) => weeks).every((week) => week.length === 7)).toBe(true)
})

test.each([
  ['en-GB', 'Mon', 1],
  ['ar-EG-u-nu-latn', 'Sat', 3],
  ['en-US', 'Sun', 2],
])('in %s a week begins on %s', (locale, first, nulls) => {
  const [december] = months('2026-12-01', '2026-12-31', locale)
  const name = (day: string) =>
    new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }).format(new Date(day))
  expect(name(toWeekdays(locale)[0] as string)).toBe(first)
  expect(december?.weeks[0]?.filter((day) => day === null)).toHaveLength(nulls)
})

test('without dates there are no months', () => {
  expect(toMonths([], 'en-GB')).toEqual([])
})
