import { busEvents } from '@fernweh/contracts/browser/bus-events'
import type { Experience as ExperienceFeed } from '@fernweh/contracts/feeds/search'
import type { ExperienceData, FindData, HomeData } from '@fernweh/contracts/fragments/search'
import type { StandaloneOptions } from '@fernweh/kit/browser/rendering/standalone'

const tram: ExperienceFeed = {
  experienceId: 'lisbon-tram',
  title: 'The last wooden trams',
  summary: 'An evening along the old line with the man who drove it for thirty years.',
  language: 'en',
  translations: {},
  picture: null,
  description: 'We meet at the depot at dusk.\n\nThe ride ends at a tavern above the river.',
  city: 'Lisbon',
  country: 'PT',
  category: 'tour',
  durationMinutes: 150,
  price: { amount: 3200, currency: 'EUR' },
  rating: { average: 4.6, count: 28 },
  next: { sessionId: 'lisbon-tram-1', startsAt: '2030-03-14T18:30:00Z', zone: 'Europe/Lisbon', seatsLeft: 3 },
  hostId: 'cleo',
  languages: ['en', 'pt'],
  place: { latitude: 38.71, longitude: -9.13 },
  zone: 'Europe/Lisbon',
}
const { description: _, ...card } = tram
const found = (['tour', 'tasting', 'walk', 'water'] as const).map((category, at) => ({
  feed: `listing.${category}`,
  version: 1,
  data: { ...card, translations: {}, experienceId: category, category, title: `${tram.title} ${at + 1}` },
  session: tram.next,
}))
const counts = {
  categories: found.map(({ data }) => ({ category: data.category, count: 1 })),
  cities: [{ city: 'Lisbon', country: 'PT', count: found.length }],
}

const home: HomeData = {
  near: null,
  popular: found,
  soon: found,
  ...counts,
  cities: counts.cities.map((city) => ({ ...city, continent: 'europe' as const })),
  pictured: [],
  interests: [],
}
const find: FindData = {
  search: { q: '', sort: 'best', page: 1 },
  total: found.length,
  page: 1,
  pages: 1,
  found,
  holds: 'all',
  ...counts,
  currencies: ['EUR'],
  without: {},
}
const experience: ExperienceData = {
  page: '/e/lisbon-tram',
  experience: { feed: 'experience.lisbon-tram', version: 1, data: tram },
  hostName: 'Cleo',
  inOriginal: false,
}

export const options: StandaloneOptions = {
  user: null,
  events: busEvents,
  samples: {
    Home: { data: home, url: '/' },
    Find: { data: find, url: '/find' },
    Experience: { data: experience, url: '/e/lisbon-tram', params: { id: 'lisbon-tram' } },
    PartySize: {
      data: { experienceId: 'lisbon-tram', seats: 2 },
      url: '/e/lisbon-tram',
      params: { id: 'lisbon-tram' },
    },
    Similar: { data: { found }, url: '/e/lisbon-tram', params: { id: 'lisbon-tram' } },
  },
}
