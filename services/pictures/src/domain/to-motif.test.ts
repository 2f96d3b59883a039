import { describe, expect, it } from 'vitest'
import { toMotif } from './to-motif.ts'

describe('a motif', () => {
  const experience = {
    experienceId: 'kayak',
    hostId: 'cleo',
    title: 'Sunrise kayaking in the harbour',
    summary: 'Two hours on the water',
    description: 'With coffee.',
    language: 'en',
    translations: {},
    city: 'Bergen',
    country: 'NO',
    place: { latitude: 60.39, longitude: 5.32 },
    zone: 'Europe/Oslo',
    category: 'water' as const,
    durationMinutes: 120,
    languages: ['en'],
    price: { amount: 4500, currency: 'NOK' },
  }

  it('is what an illustrator would want to know, and nothing else', () => {
    expect(toMotif(experience)).toEqual({
      experienceId: 'kayak',
      category: 'water',
      country: 'NO',
      latitude: 60,
      longitude: 5,
      words: ['dawn', 'coast', 'kayak'],
    })
    const dearer = {
      ...experience,
      price: { amount: 9900, currency: 'NOK' },
      place: { latitude: 60.41, longitude: 5.3 },
    }
    expect(toMotif(dearer)).toEqual(toMotif(experience))
  })

  it.each([
    ['Leopards at the end of the bus line', 'An open jeep through the hills, with no promises.', []],
    ['Penguins before breakfast, theirs', 'Boulders and the coves beside it.', []],
    ['With the bakers', 'Dough, ovens and a warm custard tart.', []],
    ['Egrets in the salt rice', 'A walk on the bunds.', ['crane']],
    ['Looking for white-tailed eagles', 'An open boat.', ['bird']],
    ['Looking for whales', 'On a retired fishing boat.', ['whale']],
  ])('of “%s” has no animal or thing that the text does not speak of', (title, summary, words) => {
    expect(toMotif({ ...experience, title, summary }).words).toEqual(words)
  })

  it('knows words, not parts of them', () => {
    expect(toMotif({ ...experience, title: 'Steak and seating', summary: 'A report' }).words).toEqual([])
  })
})
