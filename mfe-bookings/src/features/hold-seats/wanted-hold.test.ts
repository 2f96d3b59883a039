// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { keepWantedHold, takeWantedHold } from './wanted-hold.ts'

const choice = { sessionId: 's1', seats: 4 }

beforeEach(() => {
  takeWantedHold(choice)
})

test('what was wanted is held once', () => {
  keepWantedHold(choice)
  expect([takeWantedHold(choice), takeWantedHold(choice)]).toEqual([true, false])
})

test('nothing is held that was not wanted here, such as by a link from elsewhere', () => {
  expect(takeWantedHold(choice)).toBe(false)
  for (const other of [
    { ...choice, seats: 3 },
    { ...choice, sessionId: 's2' },
    { seats: 4, sessionId: null },
  ]) {
    keepWantedHold(choice)
    expect([takeWantedHold(other), takeWantedHold(choice)]).toEqual([false, false])
  }
})
