import type { ReviewListData } from '@fernweh/contracts/fragments/reviews'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mayFollow } from '../src/feeds.ts'
import { asAnn, mine, rating, startTestBff, type TestBff, visit } from '../testing/test-bff.ts'

let bff: TestBff
beforeAll(async () => {
  bff = await startTestBff()
})
afterAll(() => bff.stop())

async function write(body: object, headers = {}) {
  const json = { 'content-type': 'application/json', ...headers }
  const answer = await fetch(`${bff.url}/api/bookings/b1/review`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(body),
  })
  return [answer.status, await answer.json()]
}

/** As a browser without script does; returns status and location. */
async function writeNatively(fields: Record<string, string>, headers = {}) {
  const answer = await fetch(`${bff.url}/api/bookings/b1/review`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams({ key: 'one-submission', page: '/e/e1?from=list', form: 'review', ...fields }),
  })
  return [answer.status, answer.headers.get('location')]
}

async function fragment(name: string, url: string, id: string, headers = {}) {
  const query = new URLSearchParams({ url, params: JSON.stringify({ id }) })
  const answer = await fetch(`${bff.url}/fragments/${name}?${query}`, {
    headers: { accept: 'application/json', ...headers },
  })
  return ((await answer.json()) as { state: { data: unknown } }).state.data
}

it('shows everybody the reviews, and ann her own review and her invitations', async () => {
  const data = { page: '/e/e1', experienceId: 'e1', rating, older: [], pages: 1 }
  expect(await fragment('ReviewList', '/e/e1', 'e1')).toEqual({ ...data, mine: null, invitations: [] })
  expect(await fragment('ReviewList', '/e/e1', 'e1', await asAnn())).toEqual({ ...data, mine, invitations: [visit] })
})

it('shows the review of a booking to its traveller only, once the visit is over', async () => {
  const visited = { visit, mine, rating }
  expect(await fragment('BookingReview', '/bookings/b1', 'b1', await asAnn())).toEqual({
    page: '/bookings/b1',
    bookingId: 'b1',
    visited,
  })
  expect(await fragment('BookingReview', '/bookings/b2', 'b2', await asAnn())).toMatchObject({ visited: null })
  expect(await fragment('BookingReview', '/bookings/b1', 'b1')).toMatchObject({ visited: null })
})

it('fetches older reviews only where the address requests more than the newest', async () => {
  const pagesOf = async (search: string) => {
    const { pages, older } = (await fragment('ReviewList', `/e/e2${search}`, 'e2')) as ReviewListData
    return [pages, older.length]
  }
  expect(await pagesOf('?reviews=3')).toEqual([3, 0])
  expect(bff.older).toEqual([])
  expect(await pagesOf('?reviews=4')).toEqual([4, 1])
  expect(await pagesOf('?reviews=9')).toEqual([9, 1])
  expect(bff.older).toEqual([
    { than: 'n19', limit: 4 },
    { than: 'n19', limit: 10 },
  ])
  expect(await pagesOf('?reviews=-1')).toEqual([1, 0])
  expect(await pagesOf('?reviews=many')).toEqual([1, 0])
})

it('shows an author, and a 404 where there is none', async () => {
  expect(await fragment('AuthorPage', '/people/ann', 'ann')).toMatchObject({ known: { person: { name: 'Ann' } } })
  const query = new URLSearchParams({ url: '/people/eve', params: JSON.stringify({ id: 'eve' }) })
  const answer = await fetch(`${bff.url}/fragments/AuthorPage?${query}`, { headers: { accept: 'application/json' } })
  expect(await answer.json()).toMatchObject({ status: 404, state: { data: { known: null } } })
})

it('forwards a review, and returns the answer', async () => {
  expect(await write({ rating: 5, text: 'Lovely.' }, await asAnn())).toEqual([200, { mine }])
  expect(await write({ rating: 1, text: 'Again.' }, await asAnn())).toEqual([409, { refused: 'already-reviewed' }])
  expect(await write({ rating: 5, text: 'Lovely.' })).toEqual([401, { refused: 'sign-in-needed' }])
})

it('accepts a native form, and leads back to its page with the outcome', async () => {
  const ann = await asAnn()
  expect(await writeNatively({ rating: '5', text: 'One.\r\nTwo.' }, ann)).toEqual([303, '/e/e1?from=list#review'])
  expect(bff.written.at(-1)).toBe('One.\nTwo.')
  const refused = await writeNatively({ rating: '1', text: 'Again.' }, ann)
  expect(refused).toEqual([303, '/e/e1?from=list&refused=already-reviewed&form=review#review'])
  const invalid = await writeNatively({ text: 'No stars.' }, ann)
  expect(invalid).toEqual([303, '/e/e1?from=list&invalid=rating&form=review#review'])
  const anonymous = await writeNatively({ rating: '5', text: 'x' })
  expect(anonymous).toEqual([303, '/sign-in?next=%2Fe%2Fe1%3Ffrom%3Dlist'])
})

it('names the invalid fields of a review', async () => {
  expect(await write({ rating: 6, text: ' ' }, await asAnn())).toMatchObject([
    400,
    { invalid: [{ field: 'rating' }, { field: 'text' }] },
  ])
})

it('lets everybody follow ratings, and nothing else', () => {
  expect(['rating.e1', 'session.s1'].map(mayFollow)).toEqual([true, false])
})
