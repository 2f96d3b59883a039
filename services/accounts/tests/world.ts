import { randomUUID } from 'node:crypto'
import {
  confirmSignUp,
  openAccount,
  signIn,
  signInAsDemo,
  signInByToken,
  signUp,
} from '@fernweh/contracts/api/accounts'
import type { BodyOf } from '@fernweh/contracts/api/operation'
import type { Sealed } from '@fernweh/contracts/events/accounts'
import type { Identity } from '@fernweh/contracts/identity'
import { readMigrations } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { createKeyring } from '@fernweh/kit/server/personal-data/sealing'
import { type ServiceProcess, startService, type TestResponse } from '@fernweh/kit/testing/service-process'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { startTestNats } from '@fernweh/kit/testing/test-nats'
import { until } from '@fernweh/kit/testing/until'

/** Whoever tests limits sets them. */
const WIDE = { MAILS: '100', MAILS_PER_NETWORK: '1000', SIGN_IN_TRIES: '100', SIGN_IN_TRIES_PER_NETWORK: '1000' }

const folder = new URL('..', import.meta.url)

export const ann: BodyOf<typeof openAccount> = {
  accountId: 'ann',
  role: 'traveller',
  name: 'Ann Öberg',
  mail: 'ann@people.example',
  homeCity: 'Malmö',
  locale: 'sv',
  currency: 'SEK',
  interests: ['tea'],
  demo: true,
}
export const PASSWORD = 'vier gelbe Enten'

export interface Member {
  mail: string
  token: string
  by: Identity
}

export interface World {
  accounts: ServiceProcess
  broker: Broker
  database: TestDatabase
  start(env?: Record<string, string>): Promise<ServiceProcess>
  open(person?: Partial<typeof ann>): Promise<TestResponse>
  signUp(body?: Partial<BodyOf<typeof signUp>>, how?: { key?: string; from?: string }): Promise<TestResponse>
  signIn(mail: string, password?: string, from?: string): Promise<TestResponse>
  /** Somebody with an address and a password, signed in. */
  member(mail: string): Promise<Member>
  enterAsDemo(accountId: string): Promise<Omit<Member, 'mail'>>
  identityOf(token: string): Promise<Identity>
  byToken(token: string): Promise<TestResponse>
  /** Events of a type with their data, oldest first. */
  logged(type: string): Promise<{ stream: string; version: number; data: Record<string, never>; meta: object }[]>
  unseal(sealed: Sealed): Promise<string | null>
  /** The token of the latest mail to that address, as notifications would send it; `count` such mails are awaited. */
  linkTo(mail: string, type: 'sign-up-requested' | 'password-reset-requested', count?: number): Promise<string>
  close(): Promise<void>
}

export async function createWorld(env: Record<string, string> = {}): Promise<World> {
  const nats = await startTestNats()
  const broker = await nats.connect()
  const database = await createTestDatabase(await readMigrations(new URL('migrations/', folder)))
  const started: ServiceProcess[] = []

  async function start(more: Record<string, string> = {}) {
    const service = await startService(folder, {
      DATABASE_URL: database.url,
      NATS_URL: nats.url,
      ...WIDE,
      ...env,
      ...more,
    })
    started.push(service)
    return service
  }
  const accounts = await start()

  const headersFrom = (from: string | undefined) => (from ? { headers: { 'x-fernweh-client': from } } : {})

  async function logged(type: string) {
    const text = 'select stream, version, data, meta from events where type = $1 order by position'
    return (await database.pool.query(text, [`fernweh.accounts.${type}`])).rows
  }

  async function unseal(sealed: Sealed) {
    const [text] = await createKeyring({ broker, subject: 'keys.accounts' }).unseal([sealed])
    return text ?? null
  }

  async function byToken(token: string) {
    return accounts.call(signInByToken, { headers: { 'x-fernweh-token': token } })
  }

  async function identityOf(token: string): Promise<Identity> {
    const { sub, role, sid } = (await byToken(token)).body.identity
    return { sub, role, sid }
  }

  const world: World = {
    accounts,
    broker,
    database,
    start,
    logged,
    unseal,
    byToken,
    identityOf,

    open: (person = {}) => accounts.call(openAccount, { body: { ...ann, ...person } }),

    signUp: (body = {}, { key = randomUUID(), from } = {}) =>
      accounts.call(signUp, {
        body: { name: 'Zoë Quist', mail: 'zoe@people.example', locale: 'en-GB', ...body },
        key,
        ...headersFrom(from),
      }),

    signIn: (mail, password = PASSWORD, from) =>
      accounts.call(signIn, { body: { mail, password }, ...headersFrom(from) }),

    async member(mail) {
      await world.signUp({ mail })
      const link = await world.linkTo(mail, 'sign-up-requested')
      const { token } = (await accounts.call(confirmSignUp, { body: { token: link, password: PASSWORD } })).body
      return { mail, token, by: await identityOf(token) }
    },

    async enterAsDemo(accountId) {
      const { token } = (await accounts.call(signInAsDemo, { body: { accountId } })).body
      return { token, by: await identityOf(token) }
    },

    async linkTo(mail, type, count = 1) {
      const links = await until(
        async () => {
          const { rows } = await database.pool.query<{ account_id: string }>(
            'select account_id from people where mail = $1 union all select account_id from sign_ups where mail = $1 and account_id is not null',
            [mail],
          )
          const whose = rows.map(({ account_id }) => account_id)
          return (await logged(type)).filter(({ data }) => whose.includes(data.accountId as never))
        },
        (found) => found.length >= count,
      )
      return (await unseal(links.at(-1)?.data.token as unknown as Sealed)) as string
    },

    async close() {
      await Promise.all(started.map((service) => service.kill()))
      await nats.close()
      await database.drop()
    },
  }
  return world
}
