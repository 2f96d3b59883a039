import { demoPeople, me, type Person, signIn, signOut } from '@fernweh/contracts/api/accounts'
import { route } from '@fernweh/kit/server/http'
import { IDENTITY_HEADER, requireIdentity, signIdentity } from '@fernweh/kit/server/identity'
import { serveParts } from '@fernweh/kit/server/parts'
import { createKeys, startTestProcess, type TestProcess } from '@fernweh/kit/server/testing/process'
import { createUpstream } from '@fernweh/kit/server/upstream'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createQueries } from '../src/queries.ts'
import { serveRoutes } from '../src/routes.ts'

const { publicKey: identityKey, privateKey } = createKeys()
const ann: Person = { accountId: 'ann', role: 'traveller', name: 'Ann', homeCity: null }
let ended: string[]
let accounts: TestProcess
let bff: TestProcess

beforeAll(async () => {
  accounts = await startTestProcess(
    (app) => {
      route(app, demoPeople, async () => ({ people: [ann] }))
      route(app, me, async (asked) => ({ ...ann, accountId: requireIdentity(asked).sub }))
      route(app, signIn, async ({ body }) =>
        body.accountId === 'ann' ? { token: 'opaque', person: ann } : { refused: 'no-such-person' },
      )
      route(app, signOut, async ({ params, ...asked }) => {
        ended.push(`${requireIdentity(asked).sub} ${params.signInId}`)
        return {}
      })
    },
    { identityKey },
  )
  bff = await startTestProcess(
    (app, life) => {
      const upstream = createUpstream({ name: 'accounts', urls: [accounts.url], life })
      serveParts(app, { team: 'account', releasesDir: '/nowhere', queries: createQueries(upstream) })
      serveRoutes(app, upstream)
    },
    { identityKey },
  )
})
beforeEach(() => {
  ended = []
})
afterAll(() => Promise.all([bff.life.stop(), accounts.life.stop()]))

const identityOf = (sub: string) => signIdentity({ sub, role: 'traveller', sid: `of-${sub}` }, privateKey)

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(bff.url + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields), headers })
}

function postJson(path: string, body: object) {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  return fetch(bff.url + path, { method: 'POST', body: JSON.stringify(body), headers })
}

async function stateOf(part: string, url: string, headers = {}) {
  const query = new URLSearchParams({ release: 'r1', url })
  const answer = await fetch(`${bff.url}/parts/${part}?${query}`, {
    headers: { accept: 'application/json', ...headers },
  })
  return ((await answer.json()) as { state: { data: unknown } }).state.data
}

describe('signing in', () => {
  it('as a form goes on to where ann was', async () => {
    const answer = await post('/api/sign-in', { accountId: 'ann', next: '/e/1?day=2#top' })
    expect([answer.status, answer.headers.get('location'), answer.headers.get('x-fernweh-session')]).toEqual([
      303,
      '/e/1?day=2#top',
      'opaque',
    ])
  })

  it('as JSON tells where to go on', async () => {
    const answer = await postJson('/api/sign-in', { accountId: 'ann' })
    expect([answer.status, await answer.json(), answer.headers.get('x-fernweh-session')]).toEqual([
      200,
      { next: '/' },
      'opaque',
    ])
  })

  it('ends the sign-in it takes the place of; a refused one ends nothing', async () => {
    const headers = { [IDENTITY_HEADER]: await identityOf('bob') }
    await post('/api/sign-in', { accountId: 'nobody' }, headers)
    expect(ended).toEqual([])
    const answer = await post('/api/sign-in', { accountId: 'ann' }, headers)
    expect([answer.headers.get('x-fernweh-session'), ended]).toEqual(['opaque', ['bob of-bob']])
  })

  it('is refused to a stranger, without a session', async () => {
    const answer = await post('/api/sign-in', { accountId: 'nobody' })
    expect([answer.status, await answer.json(), answer.headers.get('x-fernweh-session')]).toEqual([
      409,
      { refused: 'no-such-person' },
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
    const answer = await post('/api/sign-in', { accountId: 'ann', next })
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
    expect(await answer.json()).toMatchObject({ invalid: [{ field: 'next' }] })
  })
})

describe('signing out', () => {
  it('ends the sign-in everywhere and clears the session', async () => {
    const answer = await post('/api/sign-out', { next: '/' }, { [IDENTITY_HEADER]: await identityOf('ann') })
    expect([answer.status, answer.headers.get('x-fernweh-session'), ended]).toEqual([303, '', ['ann of-ann']])
  })

  it('clears a session that has ended already', async () => {
    const answer = await post('/api/sign-out', {})
    expect([answer.status, answer.headers.get('x-fernweh-session'), ended]).toEqual([303, '', []])
  })
})

describe('parts', () => {
  it('show who is signed in', async () => {
    expect(await stateOf('Menu', '/holds')).toEqual({ person: null, next: '/holds' })
    expect(await stateOf('Menu', '/?q=a', { [IDENTITY_HEADER]: await identityOf('ann') })).toEqual({
      person: ann,
      next: '/?q=a',
    })
  })

  it('offer the people to sign in as, and never a way out of this site', async () => {
    expect(await stateOf('People', '/?q=a')).toEqual({ person: null, people: [ann], next: '/?q=a' })
    expect(await stateOf('SignIn', '/sign-in?next=/e/1')).toMatchObject({ next: '/e/1' })
    expect(await stateOf('SignIn', '/sign-in?next=//elsewhere.example')).toMatchObject({ next: '/' })
  })
})
