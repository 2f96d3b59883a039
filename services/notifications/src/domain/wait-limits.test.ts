import { expect, it } from 'vitest'
import { ageOf, hasNoAddress, isMailboxUnreachable, retryDelayMs } from './wait-limits.ts'

const HOUR = 3_600_000

it.each([
  [0, 1_000],
  [-5_000, 1_000],
  [40_000, 10_000],
  [HOUR, 60_000],
])('a mail of age %i ms is retried after %i ms', (age, pause) => expect(retryDelayMs(age)).toBe(pause))

it('the age of a mail is counted from when it was due', () =>
  expect(ageOf({ since: '2027-07-14T17:30:00.000Z' }, new Date('2027-07-14T18:30:00.000Z'))).toBe(HOUR))

it('a mail waits one hour for an address and five days for a mailbox', () => {
  expect([HOUR, HOUR + 1].map(hasNoAddress)).toEqual([false, true])
  expect([120 * HOUR, 120 * HOUR + 1].map(isMailboxUnreachable)).toEqual([false, true])
})
