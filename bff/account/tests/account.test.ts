import { outcomeFields } from '@fernweh/contracts/browser/form-outcome'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ann, FLOODED, GOOD_TOKEN, profile, startTestBff, type TestBff } from '../testing/test-bff.ts'

let bff: TestBff
beforeAll(async () => {
  bff = await startTestBff()
})
beforeEach(() => {
  bff.requests.length = 0
})
afterAll(() => bff.stop())

const where = (answer: Response) => answer.headers.get('location')
const session = (answer: Response) => answer.headers.get('x-fernweh-session')
const dora = { name: 'Dora', mail: 'dora@example.org', locale: 'en-GB' }
const password = 'three small boats'

describe('signing up', () => {
  it('always leads to the page that says “check your email”', async () => {
    const answer = await bff.post('/api/sign-ups', { ...dora, next: '/e/1' })
    const sentPage = expect.stringMatching(/^\/sign-up\?sent=1&next=%2Fe%2F1&to=[\w-]+\.[\w-]+$/)
    expect([answer.status, where(answer), session(answer)]).toEqual([303, sentPage, null])
    const { state } = await bff.fragment('SignUp', where(answer) ?? '')
    expect(state.data).toMatchObject({ sent: true, resent: false, next: '/e/1', mailbox: 'http://127.0.0.1:8025' })
  })

  it('says to whom it wrote also after a reload, and to nobody else who sees the address of the page', async () => {
    const page = where(await bff.post('/api/sign-ups', dora)) ?? ''
    const reloaded = new URL(page, 'http://page')
    for (const field of outcomeFields) reloaded.searchParams.delete(field)
    for (const path of [page, `${reloaded.pathname}${reloaded.search}`])
      expect((await bff.fragment('SignUp', path)).state.data.typed).toEqual({ name: 'Dora', mail: 'dora@example.org' })
    expect(page).not.toContain('dora')
  })

  it('is sent again, and says so; a limit leads back to the same page', async () => {
    const page = where(await bff.post('/api/sign-ups', { ...dora, resend: '1' })) ?? ''
    expect((await bff.fragment('SignUp', page)).state.data).toMatchObject({ sent: true, resent: true })
    expect(bff.requests).toMatchObject([{ body: dora }])
    const again = { ...dora, mail: FLOODED, resend: '1', page: '/sign-up?sent=1', form: 'resend' }
    const refused = where(await bff.post('/api/sign-ups', again)) ?? ''
    expect(refused).toMatch(/^\/sign-up\?sent=1&refused=too-many-tries&form=resend&typed=/)
    expect((await bff.fragment('SignUp', refused)).state.data).toMatchObject({ sent: true, typed: { mail: FLOODED } })
  })

  it('answers a script with the page to open', async () => {
    const answer = await bff.postJson('/api/sign-ups', { ...dora, next: '/e/1' }, { 'x-fernweh': '1' })
    expect(await answer.json()).toEqual({ next: expect.stringMatching(/^\/sign-up\?sent=1&next=%2Fe%2F1&to=/) })
  })

  it('leads back, once confirmed, to the page where it began', async () => {
    const confirm = () => bff.post('/api/sign-up/confirm', { token: GOOD_TOKEN, password })
    await bff.post('/api/sign-ups', { ...dora, next: '/e/1?day=2' })
    expect(where(await confirm())).toBe('/e/1?day=2')
    await bff.post('/api/sign-ups', { ...dora, next: '//elsewhere.example' })
    expect(where(await confirm())).toBe('/account?done=opened')
  })

  it('leads to no other site, whatever the form says', async () => {
    expect(where(await bff.post('/api/sign-ups', { ...dora, next: '//elsewhere.example' }))).toMatch(
      /^\/sign-up\?sent=1&next=%2F&to=/,
    )
  })

  it('names the invalid field, keeps what was typed and calls no service', async () => {
    const location = where(await bff.post('/api/sign-ups', { ...dora, mail: 'nowhere', locale: 'x y' })) ?? ''
    expect(new URL(location, 'http://x').searchParams.get('invalid')).toBe('mail locale')
    expect((await bff.fragment('SignUp', location)).state.data.typed).toMatchObject({ name: 'Dora', mail: 'nowhere' })
    expect(bff.requests).toEqual([])
  })

  it('is confirmed by choosing a password, not by opening the link', async () => {
    await bff.post('/api/sign-ups', dora)
    bff.requests.length = 0
    await bff.fragment('ConfirmSignUp', `/sign-up/confirm?token=${GOOD_TOKEN}`)
    expect(bff.requests).toEqual([])
    const answer = await bff.post('/api/sign-up/confirm', { token: GOOD_TOKEN, password })
    expect([where(answer), session(answer)]).toEqual(['/account?done=opened', 'opaque'])
  })

  it('with a common password opens no account', async () => {
    const answer = await bff.post('/api/sign-up/confirm', { token: GOOD_TOKEN, password: 'password12' })
    expect([where(answer), session(answer)]).toEqual([expect.stringMatching(/refused=password-too-common/), null])
  })

  it('and a new password name the address of the link, while it works', async () => {
    for (const [fragment, page] of [
      ['ConfirmSignUp', '/sign-up/confirm'],
      ['NewPassword', '/reset-password/new'],
    ] as const) {
      const mailOf = async (query: string) => (await bff.fragment(fragment, page + query)).state.data.mail
      expect(await mailOf(`?token=${GOOD_TOKEN}`)).toBe('dora@example.org')
      for (const query of ['?token=an-old-token-of-many-signs', '?token=a%0Ab', ''])
        expect(await mailOf(query)).toBeNull()
    }
  })

  it('with an expired link opens no account', async () => {
    const answer = await bff.post('/api/sign-up/confirm', {
      token: 'an-old-token-of-many-signs',
      password,
    })
    expect([where(answer), session(answer)]).toEqual(['/here?refused=link-out-of-date', null])
  })
})

describe('a forgotten password', () => {
  it('is answered the same whether or not the address has an account', async () => {
    for (const mail of ['ann@example.org', 'nobody@example.org']) {
      expect(where(await bff.post('/api/password-resets', { mail }))).toBe('/reset-password?sent=1')
    }
  })

  it('is replaced by the link, which ends this session too', async () => {
    const answer = await bff.post('/api/reset-password/new', { token: GOOD_TOKEN, password: 'four small boats' })
    expect([where(answer), session(answer)]).toEqual(['/sign-in?done=password-set', ''])
  })

  it('stays as it is with an expired link, and so does the session', async () => {
    const fields = { token: 'an-old-token-of-many-signs', password: 'four small boats' }
    const answer = await bff.post('/api/reset-password/new', fields)
    expect([where(answer), session(answer)]).toEqual(['/here?refused=link-out-of-date', null])
  })
})

describe('the account', () => {
  const fields = { name: 'Ann', homeCity: ' ', locale: 'en-IE', interests: 'walk,craft', version: '3' }

  it('is shown to its owner; anybody else is asked to sign in', async () => {
    expect((await bff.fragment('Account', '/account', await bff.as('ann'))).state.data).toMatchObject({
      profile,
      role: 'traveller',
      mail: 'ann@example.org',
      signIns: [{ signInId: 'of-ann', here: true }],
      completed: null,
    })
    const stranger = await bff.fragment('Account', '/account')
    expect([stranger.status, stranger.meta]).toEqual([303, { location: '/sign-in?next=%2Faccount' }])
    const signedOut = await bff.fragment('Account', '/account?signed-out=1')
    expect(signedOut.meta).toEqual({ location: '/sign-in?next=%2Faccount%3Fsigned-out%3D1' })
  })

  it('offers the cities that search has, and keeps the city as it is while search does not answer', async () => {
    const headers = await bff.as('ann')
    const citiesOf = async () => (await bff.fragment('Account', '/account', headers)).state.data.cities
    expect(await citiesOf()).toEqual([{ city: 'Lisbon', country: 'PT', count: 3 }])
    await bff.stopSearch()
    expect(await citiesOf()).toEqual([])
  })

  it('saves the profile as its form sends it', async () => {
    const answer = await bff.post('/api/profile', fields, await bff.as('ann'))
    expect(where(answer)).toBe('/account?done=profile-saved#profile')
    const saved = { name: 'Ann', homeCity: null, locale: 'en-IE', interests: ['walk', 'craft'] }
    expect(bff.requests).toMatchObject([{ body: { profile: saved, version: 3 }, by: 'ann' }])
  })

  it('keeps what was typed when it was changed elsewhere in the meantime', async () => {
    const headers = await bff.as('ann')
    const answer = await bff.post('/api/profile', { ...fields, version: '2', page: '/account' }, headers)
    const location = where(answer) ?? ''
    expect(location).toMatch(/^\/account\?refused=changed-elsewhere/)
    const { state } = await bff.fragment('Account', location, headers)
    expect(state.data).toMatchObject({ version: 3, typed: { locale: 'en-IE', interests: 'walk,craft' } })
  })

  it('changes its password only with the current one, and stores neither', async () => {
    const headers = await bff.as('ann')
    const right = { current: 'three small boats', next: 'four small boats' }
    expect(where(await bff.post('/api/password', right, headers))).toBe('/account?done=password-changed#password')
    const wrong = await bff.post('/api/password', { ...right, current: 'no' }, headers)
    expect(where(wrong)).toBe('/here?refused=wrong-password')
  })

  it('reports what was done only in its own words', async () => {
    const headers = await bff.as('ann')
    expect((await bff.fragment('Account', '/account?done=opened', headers)).state.data.completed).toBe('opened')
    expect((await bff.fragment('Account', '/account?done=anything', headers)).state.data.completed).toBeNull()
  })
})

describe('fragments', () => {
  it('show who is signed in', async () => {
    expect((await bff.fragment('Menu', '/bookings')).state.data).toEqual({
      person: null,
      next: '/bookings',
      signedOut: false,
    })
    const onSignUpPage = await bff.fragment('Menu', '/sign-up?next=/e/1')
    expect(onSignUpPage.state.data).toEqual({ person: null, next: '/e/1', signedOut: false })
    const menu = await bff.fragment('Menu', '/?q=a', await bff.as('ann'))
    expect(menu.state.data).toEqual({ person: ann, next: '/?q=a', signedOut: false })
  })

  it('offer the demo people, and never a link out of this site', async () => {
    expect((await bff.fragment('DemoAccounts', '/?q=a')).state.data).toEqual({
      person: null,
      people: [ann],
      next: '/?q=a',
    })
    expect((await bff.fragment('SignIn', '/sign-in?next=/e/1')).state.data).toMatchObject({ next: '/e/1' })
    expect((await bff.fragment('SignIn', '/sign-in?next=//elsewhere.example')).state.data).toMatchObject({
      next: '/',
    })
  })
})
