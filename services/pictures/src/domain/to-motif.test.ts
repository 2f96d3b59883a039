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

  it('knows words, not parts of them', () => {
    expect(toMotif({ ...experience, title: 'Steak and seating', summary: 'A report' }).words).toEqual([])
  })
})
