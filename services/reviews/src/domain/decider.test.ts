import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReviewCommand, reviewDecider } from './decider.ts'
import type { ReviewState, ReviewWritten } from './review.ts'

const { decide, evolve, initial, streamOf } = reviewDecider
const now = new Date('2026-11-01T00:00:00Z')

const fields = {
  bookingId: fc.constant('b1'),
  experienceId: fc.constant('tiles'),
  authorId: fc.constantFrom('ann', 'bob'),
  rating: fc.integer({ min: 1, max: 5 }),
  text: fc.constantFrom('Blue hands.', 'Green hands.'),
}
const day = fc.integer({ min: 1, max: 30 }).map((date) => new Date(Date.UTC(2026, 9, 20 + date)).toISOString())
const command: fc.Arbitrary<ReviewCommand> = fc.oneof(
  fc.record(fields),
  fc.record({ ...fields, imported: fc.record({ writtenAt: day, endedAt: day }) }),
)

/** Decides one command after the other, as kit does. */
function run(commands: readonly ReviewCommand[]) {
  const events: ReviewWritten[] = []
  let state: ReviewState = initial
  for (const one of commands) {
    const decision = decide(one, state, now)
    if (!('events' in decision)) continue
    events.push(...decision.events)
    state = decision.events.reduce<ReviewState>(evolve, state)
  }
  return { events, state }
}

describe('a visit', () => {
  it('has the stream of its booking', () => {
    expect(new Set(fc.sample(command).map(streamOf))).toEqual(new Set(['review.b1']))
  })

  it('has one review at most, and the first that is accepted stays', () => {
    fc.assert(
      fc.property(fc.array(command), (commands) => {
        const { events, state } = run(commands)
        expect(events.length).toBeLessThanOrEqual(1)
        expect(state).toEqual(events[0]?.data ?? null)
      }),
    )
  })

  it('has no review that was written in the future, or before it ended', () => {
    fc.assert(
      fc.property(fc.array(command), (commands) => {
        const [event] = run(commands).events
        if (event?.at === undefined) return
        const ends = commands.flatMap((one) => ('imported' in one ? [one.imported.endedAt] : []))
        expect(new Date(event.at) <= now).toBe(true)
        expect(ends.some((endedAt) => endedAt <= (event.at as string))).toBe(true)
      }),
    )
  })
})
