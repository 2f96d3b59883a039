import { importExperiences } from '@fernweh/contracts/api/catalog'
import { describe, expect, it } from 'vitest'
import { createLargeMarket, LARGE } from './large-market.ts'

const now = new Date('2027-06-15T23:35:00Z')

describe('the large market', () => {
  const missing = { experiences: LARGE.experiences - 300, sessions: LARGE.sessions - 20_000 }
  const experienceAt = createLargeMarket(missing, now)
  const sample = Array.from({ length: 2_000 }, (_, nth) => Math.floor((nth * missing.experiences) / 2_000))

  it('is accepted by the contract of the import, with unique ids', () => {
    const experiences = sample.map((nth) => ({ ...experienceAt(nth).entry, sessions: experienceAt(nth).sessions }))
    for (let first = 0; first < experiences.length; first += 500) {
      const body = { experiences: experiences.slice(first, first + 500) }
      expect(importExperiences.body.safeParse(body).error).toBeUndefined()
    }
    const ids = experiences.flatMap(({ experienceId, sessions }) => [
      experienceId,
      ...sessions.map(({ sessionId }) => sessionId),
    ])
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(experiences.map(({ title, city }) => `${title} ${city}`)).size).toBeGreaterThan(1_950)
  })

  it('is the same each time, so that an interrupted seeding can continue', () => {
    const again = createLargeMarket(missing, now)
    for (const nth of [0, 299, 300, 54_321]) expect(again(nth)).toEqual(experienceAt(nth))
  })

  it('has the wanted number of sessions, except for experiences with too few dates', () => {
    const market = createLargeMarket({ experiences: 1_000, sessions: 9_800 }, now)
    const sessions = Array.from({ length: 1_000 }, (_, nth) => market(nth).sessions.length)
    const number = sessions.reduce((sum, each) => sum + each, 0)
    expect(number).toBeLessThanOrEqual(9_800)
    expect(number).toBeGreaterThan(9_700)
  })
})
