import { holdSeats, listSessions, myHolds, releaseHold } from '@fernweh/contracts/api/bookings'
import type { Hold } from '@fernweh/contracts/feeds/bookings'
import { requireKey, route } from '@fernweh/kit/server/http'
import { IDENTITY_HEADER, requireIdentity, signIdentity } from '@fernweh/kit/server/identity'
import { serveParts } from '@fernweh/kit/server/parts'
import { createKeys, startTestProcess, type TestProcess } from '@fernweh/kit/server/testing/process'
import { createUpstream } from '@fernweh/kit/server/upstream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayFollow } from '../src/feeds.ts'
import { createQueries } from '../src/queries.ts'
import { serveRoutes } from '../src/routes.ts'

const { publicKey: identityKey, privateKey } = createKeys()
const startsAt = '2030-05-01T09:00:00Z'
const price = { amount: 4500, currency: 'EUR' }
const hold: Hold = {
  holdId: 'h1',
  sessionId: 's1',
  experienceId: 'e1',
  seats: 2,
  startsAt,
  zone: 'Europe/Lisbon',
  price,
  expiresAt: '2030-04-01T09:10:00Z',
  status: 'held',
}
const session = {
  sessionId: 's1',
  experienceId: 'e1',
  startsAt,
  zone: 'Europe/Lisbon',
  capacity: 8,
  seatsLeft: 6,
  price,
}

let bookings: TestProcess
let bff: TestProcess
beforeAll(async () => {
  bookings = await startTestProcess(
    (app) => {
      route(app, listSessions, async () => ({ sessions: [{ feed: 'session.s1', version: 4, data: session }] }))
      route(app, holdSeats, async ({ body, ...asked }) => {
        requireIdentity(asked)
        requireKey(asked)
        return body.sessionId === 's1' ? { hold } : { refused: 'no-such-session' }
      })
      route(app, releaseHold, async () => ({ refused: 'hold-ended' }))
      route(app, myHolds, async (asked) => {
        const travellerId = requireIdentity(asked).sub
        return { holds: { feed: `traveller.${travellerId}`, version: 1, data: { travellerId, holds: [hold] } } }
      })
    },
    { identityKey },
  )
  bff = await startTestProcess(
    (app, life) => {
      const upstream = createUpstream({ name: 'bookings-api', urls: [bookings.url], life })
      serveParts(app, { team: 'bookings', releasesDir: '/nowhere', queries: createQueries(upstream) })
      serveRoutes(app, upstream)
    },
    { identityKey },
  )
})
afterAll(() => Promise.all([bff.life.stop(), bookings.life.stop()]))

async function asAnn() {
  return { [IDENTITY_HEADER]: await signIdentity({ sub: 'ann', role: 'traveller', sid: 'of-ann' }, privateKey) }
}

async function ask(method: string, path: string, { body, headers = {} }: { body?: object; headers?: object } = {}) {
  const json = { accept: 'application/json', 'content-type': 'application/json' }
  const answer = await fetch(bff.url + path, {
    method,
    headers: { ...json, ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })
  return [answer.status, await answer.json()]
}

describe('holding seats', () => {
  const body = { sessionId: 's1', seats: 2 }

  it('is passed on with ann’s identity and key', async () => {
    const headers = { ...(await asAnn()), 'idempotency-key': 'key-12345' }
    expect(await ask('POST', '/api/holds', { body, headers })).toEqual([200, { hold }])
  })

  it('needs a sign-in and a key', async () => {
    expect(await ask('POST', '/api/holds', { body, headers: { 'idempotency-key': 'key-12345' } })).toEqual([
      401,
      { refused: 'sign-in-needed' },
    ])
    expect(await ask('POST', '/api/holds', { body, headers: await asAnn() })).toMatchObject([
      400,
      { invalid: [{ field: 'idempotency-key' }] },
    ])
  })

  it('passes refusals on', async () => {
    const headers = { ...(await asAnn()), 'idempotency-key': 'key-12345' }
    expect(await ask('POST', '/api/holds', { body: { ...body, sessionId: 's2' }, headers })).toEqual([
      409,
      { refused: 'no-such-session' },
    ])
    expect(await ask('DELETE', '/api/holds/h1', { headers })).toEqual([409, { refused: 'hold-ended' }])
  })

  it.each([0, -1, 1.5, 21, '2', null])('never asks the service for %j seats', async (seats) => {
    const asked = bookings.lines.length
    const answer = await ask('POST', '/api/holds', { body: { ...body, seats }, headers: await asAnn() })
    expect(answer).toMatchObject([400, { invalid: [{ field: 'seats' }] }])
    expect(bookings.lines.slice(asked).map(({ path }) => path)).not.toContain('/holds')
  })
})

describe('parts', () => {
  const withData = (data: object) => [200, { state: { data } }]
  const part = (name: string, url: string, params: object) =>
    `/parts/${name}?${new URLSearchParams({ release: 'r1', url, params: JSON.stringify(params) })}`

  it('show sessions to everybody, and holds to their owner', async () => {
    const path = part('Sessions', '/e/e1?x=1', { id: 'e1' })
    expect(await ask('GET', path)).toMatchObject(
      withData({ page: '/e/e1?x=1', experienceId: 'e1', sessions: [{ version: 4 }], mine: null }),
    )
    const mine = { feed: 'traveller.ann', data: { holds: [hold] } }
    expect(await ask('GET', path, { headers: await asAnn() })).toMatchObject(withData({ mine }))
  })

  it('ask for a sign-in before showing holds', async () => {
    expect(await ask('GET', part('MyHolds', '/holds', {}))).toMatchObject(withData({ page: '/holds', holds: null }))
  })

  it('are not found for an id nothing can have', async () => {
    expect(await ask('GET', part('Sessions', '/e/../x', { id: '../x' }))).toMatchObject([404, { refused: 'not-found' }])
  })
})

describe('who may follow', () => {
  const ann = { sub: 'ann', role: 'traveller', sid: 'of-ann' } as const
  it.each([
    ['session.s1', null, true],
    ['traveller.ann', ann, true],
    ['traveller.bob', ann, false],
    ['traveller.ann', null, false],
    ['rating.e1', ann, false],
  ])('%s', (feed, identity, allowed) => {
    expect(mayFollow(feed, identity)).toBe(allowed)
  })
})
