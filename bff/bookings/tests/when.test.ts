import { expect, it } from 'vitest'
import { toWhen } from '../src/when.ts'

it.each([
  ['en-GB', /^Thu,? 14 March 2030(,| at) 18:30$/],
  ['de-DE', /^Do\.,? 14\. März 2030(,| um) 18:30$/],
])('the time of a kept page has its year and is that of the place (%s)', (locale, expected) => {
  const local = { time: '2030-03-14T18:30', rules: '2026f' }
  expect(toWhen({ startsAt: '2030-03-14T13:00:00Z', zone: 'Asia/Kolkata', local }, locale)).toMatch(expected)
})
