/** The bff with accounts played by a stub that remembers what it was asked. */
import {
  changePassword,
  changeProfile,
  confirmSignUp,
  demoPeople,
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
import { serveFragments } from '@fernweh/kit/server/fragments/fragments'
import { route } from '@fernweh/kit/server/http/http'
import { IDENTITY_HEADER, requireIdentity, signIdentity } from '@fernweh/kit/server/http/identity'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { createKeys, startTestProcess } from '@fernweh/kit/testing/process'
import type { Express } from 'express'
import { createQueries } from '../src/queries.ts'
import { serveRoutes } from '../src/routes.ts'
import { createTypedValues } from '../src/typed-values.ts'

export const ann: Person = { accountId: 'ann', role: 'traveller', name: 'Ann', homeCity: null }
export const profile = { name: 'Ann', homeCity: 'Bergen', locale: 'en-GB', currency: 'EUR', interests: ['water'] }
export const GOOD_TOKEN = 'a-token-of-twenty-signs'

interface Heard {
  operation: string
  body: unknown
  client: string | undefined
  by: string | undefined
}

const { publicKey: identityKey, privateKey } = createKeys()

export async function startWorld() {
  const heard: Heard[] = []
  const accounts = await startTestProcess((app) => playAccounts(app, heard), { identityKey })
  const { keep, open } = createTypedValues('a secret of the operator')
  const bff = await startTestProcess(
    (app, context) => {
      const upstream = createUpstream({ name: 'accounts', urls: [accounts.url], context })
      const queries = createQueries({ accounts: upstream, open, mailbox: 'http://127.0.0.1:8025' })
      serveFragments(app, { team: 'account', releasesDir: '/nowhere', queries })
      serveRoutes(app, { accounts: upstream, keep })
    },
    { identityKey },
  )
  return {
    heard,
    stop: () => Promise.all([bff.context.stop(), accounts.context.stop()]),

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

export type World = Awaited<ReturnType<typeof startWorld>>

function playAccounts(app: Express, heard: Heard[]) {
  app.use((request, _response, next) => {
    const { method, path, body, identity } = request
    if (method !== 'GET')
      heard.push({ operation: `${method} ${path}`, body, client: request.get('x-fernweh-client'), by: identity?.sub })
    next()
  })
  route(app, demoPeople, async () => ({ people: [ann] }))
  route(app, me, async (asked) => ({ ...ann, accountId: requireIdentity(asked).sub }))
  route(app, signInAsDemo, async ({ body: { accountId } }) =>
    accountId === 'ann' ? { token: 'opaque', person: ann } : { refused: 'no-such-person' },
  )
  route(app, signIn, async ({ body: { password } }) =>
    password === 'three small boats' ? { token: 'opaque', person: ann } : { refused: 'wrong-mail-or-password' },
  )
  let wanted = '/'
  route(app, signUp, async ({ body: { password, next } }) => {
    wanted = next
    return password === 'password12' ? { refused: 'password-too-common' } : {}
  })
  route(app, confirmSignUp, async ({ body: { token, password } }) => {
    if (token !== GOOD_TOKEN) return { refused: 'link-out-of-date' }
    if (password !== 'three small boats') return { refused: 'wrong-password' }
    return { token: 'opaque', person: ann, next: wanted }
  })
  route(app, requestPasswordReset, async () => ({}))
  route(app, resetPassword, async ({ body: { token } }) =>
    token === GOOD_TOKEN ? {} : { refused: 'link-out-of-date' },
  )
  route(app, signOut, async (asked) => forOne(asked, {}))
  route(app, signOutEverywhere, async (asked) => forOne(asked, {}))
  playProfile(app)
}

function playProfile(app: Express) {
  const mine = { profile, mail: 'ann@example.org', version: 3 }
  route(app, myProfile, async (asked) => forOne(asked, mine))
  route(app, mySignIns, async (asked) => ({
    signIns: [{ signInId: requireIdentity(asked).sid, startedAt: '2030-03-01T10:00:00Z', here: true }],
  }))
  route(app, changeProfile, async ({ body, ...asked }) => {
    requireIdentity(asked)
    return body.version === 3 ? { ...mine, profile: body.profile, version: 4 } : { refused: 'changed-elsewhere' }
  })
  route(app, changePassword, async ({ body, ...asked }) => {
    requireIdentity(asked)
    return body.current === 'three small boats' ? {} : { refused: 'wrong-password' }
  })
}

function forOne<Answer>(asked: Parameters<typeof requireIdentity>[0], answer: Answer): Answer {
  requireIdentity(asked)
  return answer
}
