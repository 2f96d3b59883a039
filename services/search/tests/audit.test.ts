import { describe, expect, it } from 'vitest'
import { auditExperiences } from '../src/audit.ts'
import { createExperiences, type Experiences } from '../src/views/experiences.ts'

const settled = { caughtUp: () => true, isSettled: () => true, stop: async () => {} }
const reading = { caughtUp: () => false, isSettled: () => false, stop: async () => {} }
const behind = { ...settled, isSettled: () => false }

/** A state that holds what the streams never said. */
const differing = (): Experiences => ({ ...createExperiences(), all: () => [{ experienceId: 'tea' }] as never })

const audit = (experiences: Experiences, running = settled, rebuilding = settled) =>
  auditExperiences({ experiences, streams: running, follow: () => rebuilding, timeoutMs: 300, quietMs: 100 })

const outcomes = async (...given: Parameters<typeof audit>) => (await audit(...given)).map(({ ok }) => ok)

describe('the audit of search', () => {
  it('holds when both states are equal and everything is read', async () => {
    expect(await outcomes(createExperiences())).toEqual([true, true])
  })

  it('finds a state that differs while nothing is left to read', async () => {
    expect(await outcomes(differing())).toEqual([false, true])
  })

  it('has checked nothing while the streams are still being read', async () => {
    expect(await outcomes(createExperiences(), settled, reading)).toEqual([null, null])
    expect(await outcomes(differing(), settled, reading)).toEqual([null, null])
  })

  it('blames no difference on a state that still waits for events, be it the running one or the rebuilt one', async () => {
    expect(await outcomes(differing(), behind)).toEqual([null, true])
    expect(await outcomes(differing(), settled, behind)).toEqual([null, true])
  })

  it('blames no difference while the states still change', async () => {
    let nth = 0
    const changing = { ...createExperiences(), all: () => [{ nth: nth++ }] as never }
    expect(await outcomes(changing)).toEqual([null, true])
  })
})
