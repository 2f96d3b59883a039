import { expect, it } from 'vitest'
import { clearEndTimers, parseTimerName, setEndTimer, setIssueTimer } from './link-timers.ts'

const meta = { correlationId: 'c1' }
const namesOf = ({ values }: { values: unknown[] }) => values[0]

it.each(['sign-up', 'password-reset'] as const)('timers of a %s are read back as they were set', (kind) => {
  const [issue] = namesOf(setIssueTimer(kind, 'a.b-end.c', meta)) as string[]
  expect(parseTimerName(issue ?? '')).toEqual({ kind, id: 'a.b-end.c', isEnd: false })
  const [end] = namesOf(setEndTimer(kind, 'a.b-end.c', new Date())) as string[]
  expect(parseTimerName(end ?? '')).toEqual({ kind, id: 'a.b-end.c', isEnd: true })
  expect(namesOf(clearEndTimers(kind, ['a.b-end.c']))).toEqual([end])
})

it('names that are stored keep their spelling', () => {
  expect(namesOf(setIssueTimer('sign-up', 's1', meta))).toEqual(['sign-up.s1'])
  expect(namesOf(setEndTimer('password-reset', 'r1', new Date()))).toEqual(['password-reset-end.r1'])
})

it.each(['sign-up', 'sign-up.', 'hold.h1', 'sign-up-end', ''])('%j is of no link', (name) =>
  expect(() => parseTimerName(name)).toThrow(`the timer ${name} is of no link`),
)
