import type { HomeData } from '@fernweh/contracts/fragments/search'
import { expect, test } from 'vitest'
import { Home } from '../../fragments/Home.tsx'
import { found } from '../../testing/offers.ts'
import { host, render } from '../../testing/render.tsx'
import { toContinents } from './Places.tsx'

const lisbon = { city: 'Lisbon', country: 'PT', count: 3, continent: 'europe' } as const
const fez = { city: 'Fez', country: 'MA', count: 2, continent: 'africa' } as const
const athens = { city: 'Athens', country: 'GR', count: 1, continent: 'europe' } as const
const some: HomeData = {
  near: null,
  popular: [found],
  soon: [found],
  categories: [{ category: 'tour', count: 6 }],
  cities: [lisbon, fez, athens],
}
const home = (data: Partial<HomeData>, locale?: string) => {
  const props = { data: { ...some, ...data }, host, now: '2030-01-01T00:00:00Z', idempotencyKey: 'i', outcome: null }
  return render(<Home {...props} />, locale)
}

test('the box comes first and works without script', () => {
  const html = home({})
  expect(html.indexOf('action="/find" method="get"')).toBeLessThan(html.indexOf('Popular now'))
  expect(html).toContain('6 experiences in 3 cities')
})

test('what is near takes the place of what is popular', () => {
  const html = home({ near: { city: 'Lisbon', found: [found] } })
  expect(html).toContain('Near Lisbon')
  expect(html).not.toContain('Popular now')
})

test('where nobody can be asked for a place, nobody sees a way to say it', () => {
  expect(home({})).toMatch(/class="[^"]*absent[^"]*"><button/)
})

test('a market without experiences says so', () => {
  const html = home({ popular: [], soon: [], categories: [], cities: [] })
  expect(html).toContain('No experiences are published yet')
  expect(html).not.toContain('<h2')
})

test('cities stand by their continent, the one with most first, by name', () => {
  const continents = toContinents([lisbon, fez, athens], 'en-GB')
  expect(continents.map(([name, cities]) => [name, ...cities.map(({ city }) => city)])).toEqual([
    ['europe', 'Athens', 'Lisbon'],
    ['africa', 'Fez'],
  ])
})

test('Arabic counts as Arabic does', () => {
  expect(home({ categories: [{ category: 'tour', count: 2 }] }, 'ar-EG-u-nu-latn')).toContain('تجربتان في 3 مدن')
})
