import { randomUUID } from 'node:crypto'
import {
  demoPeople,
  me,
  openAccount,
  type Person,
  signIn,
  signInByToken,
  signOut,
} from '@fernweh/contracts/api/accounts'
import { isRefused } from '@fernweh/contracts/api/operation'
import { identity } from '@fernweh/contracts/identity'
import type { Check } from '@fernweh/kit/server/audit'
import type { Meta } from '@fernweh/kit/server/event-log'
import { route } from '@fernweh/kit/server/http'
import { requireIdentity } from '@fernweh/kit/server/identity'
import { serveAudit, serveRelaySwitch } from '@fernweh/kit/server/operators'
import { forbidden, signInNeeded } from '@fernweh/kit/server/problem'
import type { Relay } from '@fernweh/kit/server/relay'
import type { Express } from 'express'
import type { AccountStore } from './adapters/account-store.ts'
import type { People } from './views/people.ts'

export interface Accounts {
  store: AccountStore
  people: People
  relay: Pick<Relay, 'pause' | 'resume'>
  audit(): Promise<Check[]>
}

export function serveAccounts(app: Express, { store, people, relay, audit }: Accounts): void {
  async function personOf(accountId: string): Promise<Person> {
    const person = await people.find(accountId)
    if (!person) throw signInNeeded()
    return person
  }

  route(app, openAccount, async ({ body, key, trace }) => {
    await store.open(body, toMeta(body.accountId, key, trace))
    return personOf(body.accountId)
  })

  route(app, demoPeople, async () => ({ people: await people.demo() }))

  route(app, signIn, async ({ body: { accountId }, key, trace }) => {
    const started = await store.signIn(accountId, toMeta(accountId, key, trace))
    return isRefused(started) ? started : { ...started, person: await personOf(accountId) }
  })

  route(app, signInByToken, async ({ header }) => {
    const found = await store.findSignIn(header('x-fernweh-token') ?? '')
    if (!found) return { refused: 'signed-out' }
    return { identity: identity.parse({ sub: found.accountId, role: found.role, sid: found.signInId }) }
  })

  route(app, signOut, async (asked) => {
    const { sub, sid } = requireIdentity(asked)
    if (asked.params.signInId !== sid) throw forbidden()
    await store.signOut(sid, toMeta(sub, asked.key, asked.trace))
    return {}
  })

  route(app, me, async (asked) => personOf(requireIdentity(asked).sub))

  serveRelaySwitch(app, relay)
  serveAudit(app, audit)
}

function toMeta(actor: string, key: string | undefined, traceparent: string | undefined): Meta {
  return { correlationId: key ?? randomUUID(), actor, traceparent }
}
