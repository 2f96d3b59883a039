import type { SearchResult } from '@fernweh/contracts/api/search'
import type { Experience, NextSession } from '@fernweh/contracts/feeds/search'
import type { FindData } from '@fernweh/contracts/fragments/search'

export const tramSession: NextSession = {
  sessionId: 's1',
  startsAt: '2030-03-14T18:30:00.000Z',
  zone: 'Europe/Lisbon',
  seatsLeft: 3,
}

export const tram: Experience = {
  experienceId: 'lisbon-tram',
  title: 'The last wooden trams',
  summary: 'An evening along the old line.',
  description: 'We meet at the depot.\n\nThe ride ends above the river.',
  language: 'en',
  translations: { de: { title: 'Die letzten Holztrams', summary: 'Ein Abend.', description: 'Wir treffen uns.' } },
  picture: null,
  city: 'Lisbon',
  country: 'PT',
  category: 'tour',
  durationMinutes: 150,
  price: { amount: 3200, currency: 'EUR' },
  rating: { average: 4.6, count: 28 },
  next: tramSession,
  hostId: 'cleo',
  languages: ['en', 'pt'],
  place: { latitude: 38.71, longitude: -9.13 },
  zone: 'Europe/Lisbon',
}

export const tramResult: SearchResult = { feed: 'listing.lisbon-tram', version: 1, data: tram, session: tramSession }

export const emptySearch: FindData = {
  search: { q: '', sort: 'best', page: 1 },
  total: 0,
  page: 1,
  pages: 0,
  found: [],
  holds: 'all',
  categories: [],
  cities: [],
  currencies: [],
  without: {},
}
