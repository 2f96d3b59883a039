import { importExperiences } from '@fernweh/contracts/api/catalog'
import { describe, expect, it } from 'vitest'
import { createLargeMarket, LARGE } from './large.ts'
import { createProgress } from './progress.ts'

describe('the large market', () => {
  const missing = { experiences: LARGE.experiences - 300, sessions: LARGE.sessions - 20_000 }
  const offerAt = createLargeMarket(missing)
  const some = Array.from({ length: 2_000 }, (_, nth) => Math.floor((nth * missing.experiences) / 2_000))

  it('is within the contract, with ids of its own', () => {
    const experiences = some.map((nth) => ({ ...offerAt(nth).offer, sessions: offerAt(nth).sessions }))
    for (let at = 0; at < experiences.length; at += 500) {
      const body = { experiences: experiences.slice(at, at + 500) }
      expect(importExperiences.body.safeParse(body).error).toBeUndefined()
    }
    const ids = experiences.flatMap((one) => [one.experienceId, ...one.sessions.map(({ sessionId }) => sessionId)])
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(experiences.map(({ title, city }) => `${title} ${city}`)).size).toBeGreaterThan(1_950)
  })

  it('is the same each time, so that it can be gone on with', () => {
    const again = createLargeMarket(missing)
    for (const nth of [0, 299, 300, 54_321]) expect(again(nth)).toEqual(offerAt(nth))
  })

  it('has as many sessions as it says, but for those that are held too seldom', () => {
    const market = createLargeMarket({ experiences: 1_000, sessions: 9_800 })
    const sessions = Array.from({ length: 1_000 }, (_, nth) => market(nth).sessions.length)
    const number = sessions.reduce((sum, each) => sum + each, 0)
    expect(number).toBeLessThanOrEqual(9_800)
    expect(number).toBeGreaterThan(9_700)
  })
})

describe('progress', () => {
  it('says how far it is, how fast it goes and how long it will take', () => {
    const notes: string[] = []
    let now = 0
    const update = createProgress(
      'sessions',
      10_000,
      (note) => notes.push(note),
      () => now,
    )
    update(1_000)
    now = 2_000
    update(3_000)
    expect(notes).toEqual(['1,000 of 10,000 sessions', '3,000 of 10,000 sessions, 1,000 a second, 7 s left'])
  })
})
