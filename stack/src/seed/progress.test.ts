import { expect, it } from 'vitest'
import { createProgress } from './progress.ts'

it('reports the count, the pace and the time left', () => {
  const notes: string[] = []
  let elapsed = 0
  const update = createProgress(
    'sessions',
    10_000,
    (note) => notes.push(note),
    () => elapsed,
  )
  update(1_000)
  elapsed = 2_000
  update(3_000)
  expect(notes).toEqual(['1,000 of 10,000 sessions', '3,000 of 10,000 sessions, 1,000 a second, 7 s left'])
})
