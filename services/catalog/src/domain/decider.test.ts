import { describe, expect, it } from 'vitest'
import { catalogDecider } from './decider.ts'
import {
  type CatalogEvent,
  type CatalogState,
  evolve,
  type PublishedExperience,
  type ScheduledSession,
} from './experience.ts'

const { decide } = catalogDecider

const tiles: PublishedExperience = {
  experienceId: 'tiles',
  hostId: 'cleo',
  title: 'Paint your own tiles',
  summary: 'Two hours with brush and glaze',
  description: 'In a workshop in Alfama.',
  city: 'Lisbon',
  country: 'PT',
  place: { latitude: 38.71, longitude: -9.13 },
  zone: 'Europe/Lisbon',
  category: 'craft',
  durationMinutes: 120,
  language: 'en',
  translations: {},
  languages: ['en', 'pt'],
  price: { amount: 4500, currency: 'EUR' },
}
const morning: ScheduledSession = {
  sessionId: 'tiles-1',
  experienceId: 'tiles',
  startsAt: '2027-05-01T09:00:00Z',
  zone: 'Europe/Lisbon',
  durationMinutes: 120,
  capacity: 8,
  price: { amount: 4500, currency: 'EUR' },
}
const published = (data: PublishedExperience): CatalogEvent => ({ type: 'fernweh.catalog.experience-published', data })
const scheduled = (data: ScheduledSession): CatalogEvent => ({ type: 'fernweh.catalog.session-scheduled', data })

const given = (...events: CatalogEvent[]) => ({
  whenPublished: (experience: PublishedExperience) =>
    decide({ type: 'publish-experience', experience }, events.reduce<CatalogState>(evolve, null)),
  whenScheduled: (session: ScheduledSession) =>
    decide({ type: 'schedule-session', session }, events.reduce<CatalogState>(evolve, null)),
})

describe('publishing an experience', () => {
  it('makes it known', () => {
    expect(given().whenPublished(tiles)).toEqual({ events: [published(tiles)], answer: { version: 1 } })
  })
  it('again with other content publishes the change', () => {
    const dearer = { ...tiles, price: { amount: 4900, currency: 'EUR' } }
    expect(given(published(tiles)).whenPublished(dearer)).toEqual({
      events: [published(dearer)],
      answer: { version: 2 },
    })
  })
  it('again with the same content changes nothing, whatever the order of its fields', () => {
    const { title, ...rest } = tiles
    const place = { longitude: tiles.place.longitude, latitude: tiles.place.latitude }
    expect(given(published(tiles)).whenPublished({ ...rest, place, title })).toEqual({
      events: [],
      answer: { version: 1 },
    })
  })
  it('takes the order of its languages seriously', () => {
    const decided = given(published(tiles)).whenPublished({ ...tiles, languages: ['pt', 'en'] })
    expect(decided).toMatchObject({ answer: { version: 2 } })
  })
  it('of another host is refused', () => {
    const stolen = { ...tiles, hostId: 'dan' }
    expect(given(published(tiles)).whenPublished(stolen)).toEqual({ refused: 'not-your-experience' })
  })
})

describe('scheduling a session', () => {
  it('happens once; what is there already is left as it is', () => {
    expect(given().whenScheduled(morning)).toMatchObject({ events: [scheduled(morning)] })
    expect(given(scheduled(morning)).whenScheduled({ ...morning, capacity: 99 })).toMatchObject({ events: [] })
  })
})
