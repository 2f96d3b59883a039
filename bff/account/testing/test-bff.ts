/** The bff with a test accounts service that remembers what it was sent. */
import {
  changePassword,
  changeProfile,
  confirmSignUp,
  demoPeople,
  findLinkAddress,
  me,
  myProfile,
  mySignIns,
  type Person,
  requestPasswordReset,
  resetPassword,
  signIn,
  signInAsDemo,
  signOut,
  signOutEverywhere,
  signUp,
} from '@fernweh/contracts/api/accounts'
import { listCities } from '@fernweh/contracts/api/search'
import { serveBff } from '@fernweh/kit/server/boot/open-bff'
import { route } from '@fernweh/kit/server/http/http'
import { IDENTITY_HEADER, requireIdentity, signIdentity } from '@fernweh/kit/server/http/identity'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { createKeys, startTestProcess } from '@fernweh/kit/testing/process'
import type { Express } from 'express'
import { createFragments } from '../src/fragments.ts'
import { serveRoutes } from '../src/routes.ts'
import { createTypedValues } from '../src/typed-values.ts'

export const ann: Person = { accountId: 'ann', role: 'traveller', name: 'Ann', homeCity: null }
export const profile = { name: 'Ann', homeCity: 'Bergen', locale: 'en-GB', currency: 'EUR', interests: ['water'] }
/** Has been sent too many mails. */
export const FLOODED = 'flooded@example.org'
export const GOOD_TOKEN = 'a-token-of-twenty-signs'

interface AccountsRequest {
  operation: string
  body: unknown
  client: string | undefined
  by: string | undefined
}

const { publicKey: identityKey, privateKey } = createKeys()

export async function startTestBff() {
  const requests: AccountsRequest[] = []
  const accounts = await startTestProcess((app) => serveTestAccounts(app, requests), { identityKey })
  const search = await startTestProcess((app) => {
    route(app, listCities, async () => ({ cities: [{ city: 'Lisbon', country: 'PT', count: 3 }] }))
  })
  const bff = await startTestProcess(
    (app, context) => {
      const deps = {
        accounts: createUpstream({ name: 'accounts', urls: [accounts.url], context }),
        search: createUpstream({ name: 'search', urls: [search.url], context }),
        typedValues: createTypedValues('a secret of the operator'),
        mailbox: 'http://127.0.0.1:8025',
      }
      serveBff(app, {
        team: 'account',
        releasesDir: '/nowhere',
        fragments: createFragments(deps),
        routes: (api) => serveRoutes(api, deps),
      })
    },
    { identityKey },
  )
  return {
    requests,
    stopSearch: () => search.context.stop(),
    stop: () => Promise.all([bff.context.stop(), accounts.context.stop(), search.context.stop()]),

    async as(sub: string) {
      const token = await signIdentity({ sub, role: 'traveller', sid: `of-${sub}` }, privateKey)
      return { [IDENTITY_HEADER]: token }
    },

    post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
      const body = new URLSearchParams({ page: '/here', ...fields })
      return fetch(bff.url + path, { method: 'POST', redirect: 'manual', body, headers })
    },

    postJson(path: string, body: object, headers: Record<string, string> = {}) {
      const json = { accept: 'application/json', 'content-type': 'application/json', ...headers }
      return fetch(bff.url + path, { method: 'POST', body: JSON.stringify(body), headers: json })
    },

    async fragment(name: string, url: string, headers: Record<string, string> = {}) {
      const query = new URLSearchParams({ url })
      const answer = await fetch(`${bff.url}/fragments/${name}?${query}`, {
        headers: { accept: 'application/json', ...headers },
      })
      return (await answer.json()) as { status: number; meta: object; state: { data: Record<string, unknown> } }
    },
  }
}

export type TestBff = Awaited<ReturnType<typeof startTestBff>>

function serveTestAccounts(app: Express, requests: AccountsRequest[]) {
  app.use((request, _response, next) => {
    const { method, path, body, identity } = request
    if (method !== 'GET')
      requests.push({
        operation: `${method} ${path}`,
        body,
        client: request.get('x-fernweh-client'),
        by: identity?.sub,
      })
    next()
  })
  route(app, demoPeople, async () => ({ people: [ann] }))
  route(app, me, async (request) => ({ ...ann, accountId: requireIdentity(request).sub }))
  route(app, signInAsDemo, async ({ body: { accountId } }) =>
    accountId === 'ann' ? { token: 'opaque', person: ann } : { refused: 'no-such-person' },
  )
  route(app, signIn, async ({ body: { password } }) =>
    password === 'three small boats' ? { token: 'opaque', person: ann } : { refused: 'wrong-mail-or-password' },
  )
  let requestedNext = '/'
  route(app, signUp, async ({ body: { mail, next } }) => {
    requestedNext = next
    return mail === FLOODED ? { refused: 'too-many-tries' } : {}
  })
  route(app, findLinkAddress, async ({ header }) =>
    header('x-fernweh-token') === GOOD_TOKEN ? { mail: 'dora@example.org' } : { refused: 'link-out-of-date' },
  )
  route(app, confirmSignUp, async ({ body: { token, password } }) => {
    if (token !== GOOD_TOKEN) return { refused: 'link-out-of-date' }
    if (password === 'password12') return { refused: 'password-too-common' }
    return { token: 'opaque', person: ann, next: requestedNext }
  })
  route(app, requestPasswordReset, async () => ({}))
  route(app, resetPassword, async ({ body: { token } }) =>
    token === GOOD_TOKEN ? {} : { refused: 'link-out-of-date' },
  )
  route(app, signOut, async (request) => requireCaller(request, {}))
  route(app, signOutEverywhere, async (request) => requireCaller(request, {}))
  serveTestProfile(app)
}

function serveTestProfile(app: Express) {
  const mine = { profile, mail: 'ann@example.org', version: 3 }
  route(app, myProfile, async (request) => requireCaller(request, mine))
  route(app, mySignIns, async (request) => ({
    signIns: [{ signInId: requireIdentity(request).sid, startedAt: '2030-03-01T10:00:00Z', here: true }],
  }))
  route(app, changeProfile, async ({ body, ...request }) => {
    requireIdentity(request)
    const saved = { ...mine, profile: { ...profile, ...body.profile, currency: profile.currency }, version: 4 }
    return body.version === 3 ? saved : { refused: 'changed-elsewhere' }
  })
  route(app, changePassword, async ({ body, ...request }) => {
    requireIdentity(request)
    return body.current === 'three small boats' ? {} : { refused: 'wrong-password' }
  })
}

function requireCaller<Answer>(request: Parameters<typeof requireIdentity>[0], answer: Answer): Answer {
  requireIdentity(request)
  return answer
}
