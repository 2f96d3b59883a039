import { expect, test } from 'vitest'
import { dusk, found } from '../testing/offers.ts'
import { host, render } from '../testing/render.tsx'
import { ListingCard, Seats } from './ListingCard.tsx'

const card = (props: Partial<Parameters<typeof ListingCard>[0]> = {}, locale?: string) =>
  render(<ListingCard found={found} sizes="20rem" host={host} {...props} />, locale)

test('scarcity is said only when it is true', () => {
  const words = [1, 3, 4].map((left) => render(<Seats left={left} />).replace(/<[^>]*>/g, ''))
  expect(words).toEqual(['Only 1 seat left', 'Only 3 seats left', '4 seats left'])
})

test('seats are said of the session whose seats are live, and of no other', () => {
  const other = { ...found, session: { ...dusk, sessionId: 's2', startsAt: '2030-04-02T18:30:00.000Z' } }
  expect(card({ found: other })).toContain('Only 3 seats left')
  const asked = card({ found: other, asked: true })
  expect(asked).toContain('2 Apr')
  expect(asked).not.toContain('seats left')
})

test('a title is in the language of the page where it was translated, and else says which language it is in', () => {
  const titleOf = (html: string) => /<a [^>]*>.*?<\/a>/.exec(html)?.[0].replace(/ class="[^"]*"/, '')
  expect(titleOf(card())).toBe('<a href="/e/lisbon-tram">The last wooden trams</a>')
  expect(titleOf(card({}, 'de-DE'))).toBe('<a href="/e/lisbon-tram">Die letzten Holztrams</a>')
  expect(titleOf(card({}, 'ar-EG-u-nu-latn'))).toBe(
    '<a href="/e/lisbon-tram" lang="en" dir="ltr">The last wooden trams</a>',
  )
})
