import type { HomeData } from '@fernweh/contracts/fragments/search'
import { expect, test } from 'vitest'
import { tramResult } from '../../../testing/experiences.ts'
import { host, render } from '../../../testing/render.tsx'
import { Home } from '../../fragments/Home.tsx'
import { toContinents } from './BrowseByCity.tsx'

const lisbon = { city: 'Lisbon', country: 'PT', count: 3, continent: 'europe' } as const
const fez = { city: 'Fez', country: 'MA', count: 2, continent: 'africa' } as const
const athens = { city: 'Athens', country: 'GR', count: 1, continent: 'europe' } as const
const homeData: HomeData = {
  near: null,
  popular: [tramResult],
  soon: [tramResult],
  categories: [{ category: 'tour', count: 6 }],
  cities: [lisbon, fez, athens],
  pictured: [{ city: 'Fez', picture: { pictureId: 'a-roof-in-fez', colours: ['#112233', '#445566', '#778899'] } }],
  interests: [],
}
const home = (data: Partial<HomeData>, locale?: string) => {
  const props = {
    data: { ...homeData, ...data },
    host,
    now: '2030-01-01T00:00:00Z',
    idempotencyKey: 'i',
    outcome: null,
  }
  return render(<Home {...props} />, locale)
}

test('the search form comes first and works without script', () => {
  const html = home({})
  expect(html.indexOf('action="/find" method="get"')).toBeLessThan(html.indexOf('Popular now'))
  expect(html).toContain('6 experiences in 3 cities')
})

test('shows experiences near the chosen city instead of popular ones', () => {
  const html = home({ near: { city: 'Lisbon', found: [tramResult] } })
  expect(html).toContain('Near Lisbon')
  expect(html).not.toContain('Popular now')
})

test('says which interests come first, and where to change them', () => {
  expect(home({})).not.toContain('interests')
  const html = home({ interests: ['walk', 'music'] })
  expect(html).toContain('Your interests come first: Walk and Music.')
  expect(html).toContain('href="/account#account-profile"')
})

test('shows cities with pictures, and all of them on request, by their names in the reader’s language', () => {
  const cairo = { ...fez, city: 'Cairo', country: 'EG', cityNames: { de: 'Kairo' } }
  const pictured = homeData.pictured.map((place) => ({ ...place, city: 'Cairo' }))
  const html = home({ cities: [lisbon, cairo], pictured }, 'de-DE')
  expect(html.match(/href="\/find\?city=Cairo"/g)).toHaveLength(2)
  expect(html).toContain('>Kairo<')
  expect(html).not.toContain('>Cairo<')
  expect(html.indexOf('<img')).toBeGreaterThan(-1)
})

test('hides “Near me” where the browser has no geolocation', () => {
  expect(home({})).toMatch(/class="[^"]*hidden[^"]*"><button/)
})

test('says so when no experiences are published', () => {
  const html = home({ popular: [], soon: [], categories: [], cities: [] })
  expect(html).toContain('No experiences have been published yet')
  expect(html).not.toContain('<h2')
})

test('groups cities by continent, most cities first, in alphabetical order', () => {
  const continents = toContinents([lisbon, fez, athens], 'en-GB')
  expect(continents.map(([name, cities]) => [name, ...cities.map(({ city }) => city)])).toEqual([
    ['europe', 'Athens', 'Lisbon'],
    ['africa', 'Fez'],
  ])
})

test('uses Arabic plural forms in Arabic', () => {
  expect(home({ categories: [{ category: 'tour', count: 2 }] }, 'ar-EG-u-nu-latn')).toContain('تجربتان في 3 مدن')
})
