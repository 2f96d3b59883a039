import { expect, test } from 'vitest'
import { readSessionChoice, withSessionChoice } from './session-choice.ts'

const read = (query: string) => readSessionChoice(new URLSearchParams(query))

test('reads from the URL what was written to it', () => {
  const page = withSessionChoice('/e/tram?from=2030-03-14', { seats: 4, sessionId: 's1' })
  expect(page).toBe('/e/tram?from=2030-03-14&seats=4&session=s1')
  expect(read(page.split('?')[1] ?? '')).toEqual({ seats: 4, sessionId: 's1' })
})

test('leaves the default number of seats out, and what is not given as it is', () => {
  expect(withSessionChoice('/e/tram?seats=4&session=s1', { seats: 2 })).toBe('/e/tram?session=s1')
  expect(withSessionChoice('/e/tram?seats=4', { sessionId: null })).toBe('/e/tram?seats=4')
})

test.each(['', 'seats=0', 'seats=21', 'seats=2.5', 'seats=many', 'session='])('ignores %j', (query) => {
  expect(read(query)).toEqual({ seats: 2, sessionId: null })
})
