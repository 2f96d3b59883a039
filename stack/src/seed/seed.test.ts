import { publishExperience } from '@fernweh/contracts/api/catalog'
import { category } from '@fernweh/contracts/events/catalog'
import { describe, expect, it } from 'vitest'
import { experiences } from './experiences.ts'
import { toInstant } from './local-time.ts'
import { people } from './people.ts'
import { reviews } from './reviews.ts'
import { sessionsOf, visitedSession } from './sessions.ts'

describe('local time', () => {
  it.each([
    ['2026-07-01', '10:00', 'Europe/Lisbon', '2026-07-01T09:00:00.000Z'],
    ['2026-12-01', '10:00', 'Europe/Lisbon', '2026-12-01T10:00:00.000Z'],
    ['2026-07-01', '09:30', 'Asia/Tokyo', '2026-07-01T00:30:00.000Z'],
    ['2026-07-01', '08:00', 'Asia/Tokyo', '2026-06-30T23:00:00.000Z'],
    ['2026-07-01', '19:00', 'America/Mexico_City', '2026-07-02T01:00:00.000Z'],
    // Clocks go forward in the night to 29 March, and back in the night to 25 October.
    ['2026-03-29', '10:00', 'Europe/Oslo', '2026-03-29T08:00:00.000Z'],
    ['2026-03-29', '02:30', 'Europe/Oslo', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '10:00', 'Europe/Oslo', '2026-10-25T09:00:00.000Z'],
  ])('%s %s in %s is %s', (date, time, zone, expected) => {
    expect(toInstant(date, time, zone).toISOString()).toBe(expected)
  })
})

describe('the seeded market', () => {
  it('has twenty experiences in ten cities, of every category, each with its own id', () => {
    expect(new Set(experiences.map(({ experienceId }) => experienceId)).size).toBe(20)
    expect(new Set(experiences.map(({ city }) => city)).size).toBe(10)
    expect(new Set(experiences.map((offered) => offered.category))).toEqual(new Set(category.options))
  })

  it('is within the contract, one or two sessions a day', () => {
    for (const { starts, capacity, experienceId: _, hostId, ...body } of experiences) {
      expect(publishExperience.body.safeParse(body).error).toBeUndefined()
      expect([1, 2]).toContain(starts.length)
      expect(capacity).toBeGreaterThanOrEqual(6)
      expect(capacity).toBeLessThanOrEqual(14)
      expect(people.find(({ accountId }) => accountId === hostId)?.role).toBe('host')
    }
  })

  it('takes place every day from tomorrow, and took place once before', () => {
    const now = new Date().toISOString()
    for (const [nth, experience] of experiences.entries()) {
      const sessions = sessionsOf(experience)
      expect(sessions).toHaveLength(30 * experience.starts.length)
      expect(sessions.every(({ startsAt }) => startsAt > now)).toBe(true)
      const visited = visitedSession(experience, nth)
      expect(Date.parse(visited.startsAt) + experience.durationMinutes * 60_000).toBeLessThan(Date.now())
      expect(sessions.map(({ sessionId }) => sessionId)).not.toContain(visited.sessionId)
    }
  })

  it('is reviewed by travellers, once each', () => {
    const ids = new Set(experiences.map(({ experienceId }) => experienceId))
    for (const { experienceId, authorId } of reviews) {
      expect(ids).toContain(experienceId)
      expect(people.find(({ accountId }) => accountId === authorId)?.role).toBe('traveller')
    }
    expect(new Set(reviews.map(({ experienceId, authorId }) => `${experienceId} ${authorId}`)).size).toBe(
      reviews.length,
    )
  })
})
