import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayFollow } from '../src/feeds.ts'
import { origin, startTestBff, type TestBff, walk } from '../testing/test-bff.ts'

let bff: TestBff
beforeAll(async () => {
  bff = await startTestBff()
})
afterAll(() => bff.stop())

const metaOf = async (...request: Parameters<TestBff['fragment']>) =>
  ((await bff.fragment(...request)) as { meta: Record<string, unknown> }).meta

describe('the home page', () => {
  it('shows what is popular, and what is near a city that was named', async () => {
    expect(await bff.fragment('Home', '/?near=%20Lisbon')).toMatchObject({
      status: 200,
      title: 'title.home',
      state: { data: { near: null, popular: [{ feed: 'listing.e1', data: { title: walk.title } }] } },
    })
    expect(bff.discovered.at(-1)).toEqual({ near: 'Lisbon', interests: '' })
    expect(await bff.fragment('Home', `/?near=${'x'.repeat(500)}`)).toMatchObject({ status: 200 })
  })

  it('is near the visitor’s home city until another city is chosen', async () => {
    await bff.fragment('Home', '/', {}, { name: 'ann' })
    await bff.fragment('Home', '/?near=Fez', {}, { name: 'ann' })
    await bff.fragment('Home', '/?near=', {}, { name: 'ann' })
    expect(bff.discovered.slice(-3).map(({ near }) => near)).toEqual(['Vienna', 'Fez', ''])
  })

  it('begins with the kinds of experiences that the visitor likes', async () => {
    const { state } = (await bff.fragment('Home', '/', {}, { name: 'ann' })) as { state: { data: unknown } }
    expect(bff.discovered.at(-1)).toMatchObject({ interests: 'walk,music' })
    expect(state.data).toMatchObject({ interests: ['walk', 'music'] })
  })

  it('is shown without a home city when accounts does not answer', async () => {
    expect(await bff.fragment('Home', '/', {}, { name: 'bob' })).toMatchObject({ status: 200 })
    expect(bff.discovered.at(-1)).toEqual({ near: '', interests: '' })
  })
})

describe('a search', () => {
  it('passes every filter on and shows what was understood', async () => {
    const url =
      '/find?q=%20lamp%20light&category=tour&city=Lisbon&from=2030-06-01&to=2030-06-07&seats=3&price=50&currency=EUR&sort=soonest&page=2'
    const search = {
      q: 'lamp light',
      category: 'tour',
      city: 'Lisbon',
      from: '2030-06-01',
      to: '2030-06-07',
      seats: 3,
      price: 50,
      currency: 'EUR',
      sort: 'soonest',
      page: 2,
    }
    expect(await bff.fragment('Find', url)).toMatchObject({
      status: 200,
      title: 'title.find-query',
      state: { data: { search, total: 1, found: [{ feed: 'listing.e1', data: { title: walk.title } }] } },
    })
    expect(bff.queries.at(-1)).toEqual({ ...search, limit: 24 })
  })

  it('leaves out what it does not understand', async () => {
    const url =
      '/find?category=nothing&city=&country=portugal&from=soon&to=2030-02-31&seats=-3&price=50&sort=near&page=1e9&q='
    expect(await bff.fragment('Find', url)).toMatchObject({ status: 200, title: 'title.find' })
    expect(bff.queries.at(-1)).toEqual({ q: '', sort: 'best', page: 1, limit: 24 })
  })

  it('treats nonsense as words, up to a length', async () => {
    expect(await bff.fragment('Find', `/find?q=${encodeURIComponent('<script>'.repeat(100))}`)).toMatchObject({
      status: 200,
    })
    expect(bff.queries.at(-1)?.q).toHaveLength(200)
  })
})

describe('an experience', () => {
  it('is shown under its own title', async () => {
    expect(await bff.fragment('Experience', '/e/e1', { id: 'e1' })).toMatchObject({
      status: 200,
      title: 'Alfama by lamplight · Fernweh',
      meta: { description: walk.summary },
      state: { data: { experience: { version: 2, data: walk } } },
    })
  })

  it('says what search engines and previews of links read, whatever was chosen on the page', async () => {
    const meta = await metaOf('Experience', '/e/e1?seats=4&session=s1', { id: 'e1' }, { language: 'de' })
    expect(meta).toMatchObject({
      canonical: '/e/e1',
      structured: {
        '@context': 'https://schema.org',
        '@type': 'Product',
        name: 'Alfama bei Laternenlicht',
        url: `${origin}/e/e1`,
        offers: { price: '29.00', priceCurrency: 'EUR', availability: 'https://schema.org/SoldOut' },
      },
    })
    expect(meta.structured).not.toHaveProperty('aggregateRating')
    const query = '/find?category=tour&city=Lisbon&seats=3&page=2'
    expect((await metaOf('Find', query)).canonical).toBe('/find?category=tour&city=Lisbon')
    expect((await metaOf('Home', '/?near=Fez')).canonical).toBe('/')
  })

  it('names its host, and is shown without one that accounts does not know', async () => {
    const hostName = 'Cleo Baptista'
    expect(await bff.fragment('Experience', '/e/e1', { id: 'e1' })).toMatchObject({ state: { data: { hostName } } })
    expect(await bff.fragment('Experience', '/e/orphan', { id: 'orphan' })).toMatchObject({
      status: 200,
      state: { data: { experience: { data: { hostId: 'nobody' } }, hostName: null } },
    })
  })

  it('has a title in the language of the page where it is translated', async () => {
    expect(await bff.fragment('Experience', '/e/e1', { id: 'e1' }, { language: 'de' })).toMatchObject({
      title: 'Alfama bei Laternenlicht · Fernweh',
      meta: { description: 'Treppen.' },
    })
    expect(await bff.fragment('Experience', '/e/e1', { id: 'e1' }, { language: 'ar' })).toMatchObject({
      title: 'Alfama by lamplight · Fernweh',
    })
  })

  it.each(['e2', '%00', '../e1', 'x'.repeat(200)])('is not found as %j', async (id) => {
    expect(await bff.fragment('Experience', '/e/x', { id })).toMatchObject({
      status: 404,
      state: { data: { experience: null } },
    })
  })

  it('has a fragment with similar experiences, if there are any', async () => {
    const similarTo = (id: string) => bff.fragment('Similar', `/e/${id}`, { id })
    expect(await similarTo('e1')).toMatchObject({ status: 200, state: { data: { found: [{ feed: 'listing.e1' }] } } })
    expect(await similarTo('e2')).toMatchObject({ status: 200, state: { data: { found: [] } } })
  })
})

it('lets everybody follow cards, and nothing else', () => {
  expect(['listing.e1', 'experience.e1', 'session.s1', 'traveller.ann'].map(mayFollow)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
