import { expect, test } from 'vitest'
import { origin, walk } from '../testing/test-bff.ts'
import { toStructuredData } from './structured-data.ts'

const said = (changes: Partial<typeof walk>) =>
  toStructuredData({ ...walk, ...changes }, { title: walk.title, summary: walk.summary, url: `${origin}/e/e1`, origin })

test('an experience with free seats and reviews is in stock and rated', () => {
  const next = { sessionId: 's1', startsAt: '2030-06-01T09:00:00.000Z', zone: walk.zone, seatsLeft: 2 }
  expect(said({ next, rating: { average: 4.6666, count: 3 } })).toMatchObject({
    offers: { availability: 'https://schema.org/InStock' },
    aggregateRating: { ratingValue: 4.67, reviewCount: 3 },
  })
})

test('a price has the decimals of its currency', () => {
  const price = (amount: number, currency: string) => said({ price: { amount, currency } }).offers
  expect(price(3500, 'JPY')).toMatchObject({ price: '3500', priceCurrency: 'JPY' })
  expect(price(12_500, 'KWD')).toMatchObject({ price: '12.500', priceCurrency: 'KWD' })
})

test('its picture is the one made for previews', () => {
  const picture = {
    pictureId: 'tiles-of-lisbon-1234567',
    colours: ['#000000', '#000000', '#000000'] as [string, string, string],
  }
  expect(said({ picture }).image).toBe(`${origin}/pictures/tiles-of-lisbon-1234567/1200.png`)
})
