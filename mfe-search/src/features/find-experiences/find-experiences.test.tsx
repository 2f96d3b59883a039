import { expect, test } from 'vitest'
import { emptySearch, tramResult } from '../../../testing/experiences.ts'
import { host, render } from '../../../testing/render.tsx'
import { FindExperiences } from './FindExperiences.tsx'

const page = (data: Partial<typeof emptySearch>, locale?: string) =>
  render(<FindExperiences first={{ ...emptySearch, ...data }} host={host} />, locale)

test('the filters are a native form filled with the current search', () => {
  const html = page({
    search: { q: '"wine" & more', category: 'tasting', from: '2030-03-14', sort: 'soonest', page: 1 },
  })
  expect(html).toContain('action="/find" method="get"')
  expect(html).toContain('value="&quot;wine&quot; &amp; more"')
  expect(html).toContain('<input type="hidden" name="category" value="tasting"/>')
  expect(html).toContain('<input type="hidden" name="sort" value="soonest"/>')
  expect(html).toContain('value="2030-03-14"')
})

test('each filter has a chip that removes only that filter', () => {
  const html = page({ search: { q: 'wine', city: 'Lisbon', seats: 2, sort: 'best', page: 1 } })
  expect(html).toContain('href="/find?q=wine&amp;seats=2" aria-label="Remove: Lisbon"')
  expect(html).toContain('aria-label="Remove: 2 people"')
})

test('no results: says so and shows how many there would be without each filter', () => {
  const search = { q: 'wine', city: 'Lisbon', from: '2030-03-14', to: '2030-03-15', sort: 'best', page: 1 } as const
  const html = page({ search, without: { when: 14, city: 3 } })
  expect(html).toContain('No results')
  expect(html).toMatch(/Without “14 Mar( 2030)? to 15 Mar( 2030)?”: 14/)
  expect(html).toContain('Without “Lisbon”: 3')
  expect(page({ search: { q: 'zzz', sort: 'best', page: 1 } })).toContain('Try another word')
})

test.each([
  ['en-GB', 'Without “lisbonn”: 3'],
  ['de-DE', 'Ohne „lisbonn“: 3'],
  ['ar', 'من دون «lisbonn»: 3'],
])('a typed word is quoted once where it can be left out, in %s', (locale, text) => {
  const search = { q: 'lisbonn', category: 'tasting', sort: 'best', page: 1 } as const
  expect(page({ search, without: { q: 3 } }, locale)).toContain(text)
})

test.each([
  ['en-GB', 'No experience has all of your words. These have some of them.'],
  ['de-DE', 'Kein Erlebnis enthält alle deine Suchwörter. Diese enthalten einige davon.'],
  ['ar', 'لا توجد تجربة تضم كل كلمات بحثك. هذه التجارب تضم بعضها.'],
])('results that hold only some of the words say so, in %s', (locale, text) => {
  const some = { search: { q: 'tram zeppelin', sort: 'best', page: 1 }, total: 1, pages: 1 } as const
  const shown = { ...some, found: [tramResult] }
  expect(page({ ...shown, holds: 'some' }, locale)).toContain(text)
  expect(page({ ...shown, holds: 'all' }, locale)).not.toContain(text)
})

test('sorts and filters by price only when all results have one currency', () => {
  const some = { total: 2, pages: 1, found: [tramResult] }
  expect(page({ ...some, currencies: ['EUR'] })).toContain('data-sort="price"')
  expect(page({ ...some, currencies: ['EUR'] })).toContain('name="price"')
  const mixed = page({ ...some, currencies: ['EUR', 'JPY'] })
  expect(mixed).not.toContain('data-sort="price"')
  expect(mixed).not.toContain('name="price"')
})

test('the page heading names the search', () => {
  const heading = (data: Partial<typeof emptySearch>, locale?: string) =>
    /<h1[^>]*>(.*?)<\/h1>/.exec(page(data, locale))?.[1]
  const search = { q: '', sort: 'best', page: 1 } as const
  expect(heading({})).toBe('All experiences')
  expect(heading({ search: { ...search, city: 'Lisbon', category: 'craft' } })).toBe('Craft in Lisbon')
  expect(heading({ search: { ...search, city: 'Lisbon' } }, 'de-DE')).toBe('Erlebnisse in Lisbon')
})
