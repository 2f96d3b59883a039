import { expect, test } from 'vitest'
import { tramResult, tramSession } from '../../testing/experiences.ts'
import { host, render } from '../../testing/render.tsx'
import { ExperienceCard, SeatsLeft } from './ExperienceCard.tsx'

const card = (props: Partial<Parameters<typeof ExperienceCard>[0]> = {}, locale?: string) =>
  render(<ExperienceCard result={tramResult} sizes="20rem" host={host} {...props} />, locale)

test('warns of few seats only when few are left', () => {
  const texts = [1, 3, 4].map((left) => render(<SeatsLeft left={left} />).replace(/<[^>]*>/g, ''))
  expect(texts).toEqual(['Only 1 seat left', 'Only 3 seats left', '4 seats left'])
})

test('shows seats of the next session only, whose seats are updated in real time', () => {
  const other = { ...tramResult, session: { ...tramSession, sessionId: 's2', startsAt: '2030-04-02T18:30:00.000Z' } }
  expect(card({ result: other })).toContain('Only 3 seats left')
  const matched = card({ result: other, search: { seats: 4, from: '2030-04-01' } })
  expect(matched).toContain('2 Apr')
  expect(matched).not.toContain('seats left')
})

test('says that an experience is free, not what it costs per person', () => {
  const free = { ...tramResult, data: { ...tramResult.data, price: { amount: 0, currency: 'EUR' } } }
  expect(card({ result: free })).toContain('>Free</span>')
  expect(card({ result: free }, 'de-DE')).toContain('>Kostenlos</span>')
  expect(card({ result: free })).not.toMatch(/€|per person/)
  expect(card()).toMatch(/€.*per person/)
})

test('leads to the session and party size that were searched for', () => {
  const hrefOf = (html: string) => /href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  expect(hrefOf(card())).toBe('/e/lisbon-tram')
  expect(hrefOf(card({ search: {} }))).toBe('/e/lisbon-tram')
  expect(hrefOf(card({ search: { seats: 4, from: '2030-04-01' } }))).toBe(
    `/e/lisbon-tram?from=${tramSession.startsAt.slice(0, 10)}&seats=4&session=${tramSession.sessionId}`,
  )
})

test('shows the title in the page’s language where it is translated, and marks its language otherwise', () => {
  const titleOf = (html: string) => /<a [^>]*>.*?<\/a>/.exec(html)?.[0].replace(/ class="[^"]*"/, '')
  expect(titleOf(card())).toBe('<a href="/e/lisbon-tram">The last wooden trams</a>')
  expect(titleOf(card({}, 'de-DE'))).toBe('<a href="/e/lisbon-tram">Die letzten Holztrams</a>')
  expect(titleOf(card({}, 'ar-EG-u-nu-latn'))).toBe(
    '<a href="/e/lisbon-tram" lang="en" dir="ltr">The last wooden trams</a>',
  )
})
