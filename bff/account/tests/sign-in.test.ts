import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestBff, type TestBff } from '../testing/test-bff.ts'

let bff: TestBff
beforeAll(async () => {
  bff = await startTestBff()
})
beforeEach(() => {
  bff.requests.length = 0
})
afterAll(() => bff.stop())

const ann = { mail: 'Ann@Example.org', password: 'three small boats' }
const session = (answer: Response) => answer.headers.get('x-fernweh-session')
const operations = () => bff.requests.map(({ operation, by }) => [operation, by].join(' ').trim())

describe('signing in', () => {
  it('by form leads back to where Ann was', async () => {
    const answer = await bff.post('/api/sign-in', { ...ann, next: '/e/1?day=2#top' })
    expect([answer.status, answer.headers.get('location'), session(answer)]).toEqual([303, '/e/1?day=2#top', 'opaque'])
  })

  it('by JSON returns the next page, and never the token', async () => {
    const answer = await bff.postJson('/api/sign-in', ann)
    expect([answer.status, await answer.json(), session(answer)]).toEqual([200, { next: '/' }, 'opaque'])
  })

  it('with one click as one of the demo people', async () => {
    const answer = await bff.post('/api/demo-sign-in', { accountId: 'ann', next: '/e/1' })
    expect([answer.status, answer.headers.get('location'), session(answer)]).toEqual([303, '/e/1', 'opaque'])
  })

  it('passes the visitor’s network address to accounts', async () => {
    await bff.post('/api/sign-in', ann, { 'x-fernweh-client': '203.0.113.9' })
    expect(bff.requests).toMatchObject([{ body: { mail: 'ann@example.org' }, client: '203.0.113.9' }])
  })

  it('ends the sign-in it replaces; a refused one ends nothing', async () => {
    const headers = await bff.as('bob')
    await bff.post('/api/sign-in', { ...ann, password: 'wrong' }, headers)
    expect(operations()).toEqual(['POST /sign-ins bob'])
    await bff.post('/api/sign-in', ann, headers)
    expect(operations().slice(1)).toEqual(['POST /sign-ins bob', 'DELETE /sign-ins/of-bob bob'])
  })

  it('returns to its page when refused, without a session, with the address and without the password', async () => {
    const fields = { ...ann, password: 'wrong', page: '/sign-in?next=/e/1', form: 'sign-in' }
    const answer = await bff.post('/api/sign-in', fields)
    const location = answer.headers.get('location') ?? ''
    expect([answer.status, session(answer)]).toEqual([303, null])
    expect(location).toMatch(/^\/sign-in\?next=%2Fe%2F1&refused=wrong-mail-or-password&.*#sign-in$/)
    expect(location.toLowerCase()).not.toContain('example')
    const { state } = await bff.fragment('SignIn', location)
    expect(state.data).toMatchObject({ next: '/e/1', typed: { mail: 'Ann@Example.org' } })
    expect(JSON.stringify(state)).not.toContain('wrong"')
  })

  it('what was typed opens for nobody else', async () => {
    const answer = await bff.post('/api/sign-in', { ...ann, password: 'wrong' })
    const url = `/sign-in?${new URL(answer.headers.get('location') ?? '', 'http://x').searchParams}`
    expect((await bff.fragment('SignIn', url, await bff.as('bob'))).state.data.typed).toEqual({})
    expect((await bff.fragment('SignIn', url)).state.data.typed).toMatchObject({ mail: 'Ann@Example.org' })
  })

  it('refused as JSON is data', async () => {
    const answer = await bff.postJson('/api/sign-in', { ...ann, password: 'wrong' })
    expect([answer.status, await answer.json(), session(answer)]).toEqual([
      409,
      { refused: 'wrong-mail-or-password' },
      null,
    ])
  })

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    '/x/..//elsewhere.example',
    'javascript:alert(1)',
    '',
  ])('does not go on to %j', async (next) => {
    const answer = await bff.postJson('/api/sign-in', { ...ann, next })
    expect([answer.status, await answer.json()]).toMatchObject([400, { invalid: [{ field: 'next' }] }])
    const form = await bff.post('/api/sign-in', { ...ann, next })
    expect(form.headers.get('location')).toMatch(/^\/here\?invalid=next&/)
    expect(session(form)).toBeNull()
    expect(bff.requests).toEqual([])
  })
})

describe('signing out', () => {
  it('ends the sign-in everywhere and clears the session', async () => {
    const answer = await bff.post('/api/sign-out', { next: '/' }, await bff.as('ann'))
    expect([answer.status, session(answer), operations()]).toEqual([303, '', ['DELETE /sign-ins/of-ann ann']])
  })

  it('stays on the page, which says so once; so does the page to sign in, where the page needs that', async () => {
    const where = async (next: string) =>
      (await bff.post('/api/sign-out', { next }, await bff.as('ann'))).headers.get('location')
    expect(await where('/e/1?seats=4')).toBe('/e/1?seats=4&signed-out=1')
    const menu = async (url: string, headers = {}) => (await bff.fragment('Menu', url, headers)).state.data
    expect(await menu('/e/1?seats=4&signed-out=1')).toMatchObject({ signedOut: true, next: '/e/1?seats=4' })
    expect(await menu('/e/1?seats=4')).toMatchObject({ signedOut: false })
    expect(await menu('/e/1?signed-out=1', await bff.as('ann'))).toMatchObject({ signedOut: false })
    const signInPage = `/sign-in?next=${encodeURIComponent('/bookings?signed-out=1')}`
    expect(await menu(signInPage)).toMatchObject({ signedOut: true, next: '/bookings' })
    expect((await bff.fragment('SignIn', signInPage)).state.data).toMatchObject({ next: '/bookings' })
  })

  it('clears a session that has ended already', async () => {
    const answer = await bff.post('/api/sign-out', {})
    expect([answer.status, session(answer), operations()]).toEqual([303, '', []])
  })

  it('of another browser leaves this one signed in', async () => {
    const answer = await bff.post('/api/sign-ins/elsewhere/end', {}, await bff.as('ann'))
    expect([session(answer), operations()]).toEqual([null, ['DELETE /sign-ins/elsewhere ann']])
    expect(answer.headers.get('location')).toBe('/account?done=signed-out#sign-ins')
  })

  it('of this browser, and everywhere, clears the session', async () => {
    for (const path of ['/api/sign-ins/of-ann/end', '/api/sign-out-everywhere']) {
      const answer = await bff.post(path, {}, await bff.as('ann'))
      expect([session(answer), answer.headers.get('location')]).toEqual(['', '/?signed-out=1'])
    }
  })

  it('everywhere needs somebody who is signed in', async () => {
    const answer = await bff.post('/api/sign-out-everywhere', { page: '/account' })
    expect([answer.headers.get('location'), operations()]).toEqual(['/sign-in?next=%2Faccount', []])
  })
})
