import type { Experience, Listing } from '@fernweh/contracts/feeds/search'
import { expect, test } from 'vitest'
import { toCurrent } from './Details.tsx'

const listing: Listing = {
  experienceId: 'tram',
  title: 'The last wooden trams',
  summary: 'An evening along the old line.',
  city: 'Lisbon',
  country: 'PT',
  category: 'tour',
  durationMinutes: 150,
  price: { amount: 3200, currency: 'EUR' },
  rating: { average: null, count: 0 },
  next: null,
}
const opened: Experience = {
  ...listing,
  description: 'We meet at the depot at dusk.',
  hostId: 'cleo',
  languages: ['en'],
  place: { latitude: 38.71, longitude: -9.13 },
  zone: 'Europe/Lisbon',
}

test('a push of the card changes the rating and keeps the description', () => {
  const current = toCurrent(opened, { ...listing, rating: { average: 5, count: 1 } })
  expect(current.rating.count).toBe(1)
  expect(current.description).toBe(opened.description)
})
