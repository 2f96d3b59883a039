/**
 * Payments in this process, standing on ground that gives way: after one operation (a statement in a transaction, a publication,
 * a question to the provider) was carried out and before its answer is heard, the instance is dead. Its connections are cut, so
 * that the database undoes what was not committed.
 */
import type { AddressInfo } from 'node:net'
import { createService } from '@fernweh/kit/server/boot/open-service'
import { createPool, type Pool, type Transaction } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { IDENTITY_HEADER, signIdentity } from '@fernweh/kit/server/http/identity'
import { createProcessContext } from '@fernweh/kit/server/process/lifecycle'
import { createLogger } from '@fernweh/kit/server/process/logger'
import { createThirdParty } from '@fernweh/kit/server/third-parties/third-party'
import { createKeys, OPS_TOKEN } from '@fernweh/kit/testing/process'
import { WEBHOOK_PATH } from '../src/api/webhooks.ts'
import { composePayments } from '../src/compose.ts'
import type { Provider } from '../src/domain/provider.ts'
import { createStripe } from '../src/third-party/stripe.ts'
import { SECRET_KEY, WEBHOOK_SECRET } from './provider.ts'
import { ORIGIN, traveller, type World } from './world.ts'

const keys = createKeys()
/** Of what is asked outside of transactions; what waits or looks only is not counted, it comes by chance. */
const COUNTED = new Set(['take-calls', 'call-again', 'mark-published'])
const IDLE = /advisory_lock|^select 1$/

class Dead extends Error {}

/** The operation to die after, as `commit 3`: the third of its name. */
export type Doom = string | null

function createFate(doom: Doom, die: () => void) {
  const lived: string[] = []
  const times = new Map<string, number>()
  let isDead = false
  return {
    lived,
    isDead: () => isDead,
    async after<T>(name: string, work: () => Promise<T>, counts: (answer: T) => boolean = () => true): Promise<T> {
      if (isDead) throw new Dead('the instance is dead')
      const answer = await work()
      if (isDead) throw new Dead('the instance is dead')
      if (!counts(answer)) return answer
      const nth = (times.get(name) ?? 0) + 1
      times.set(name, nth)
      lived.push(`${name} ${nth}`)
      if (lived.at(-1) !== doom) return answer
      isDead = true
      die()
      throw new Dead(`died after ${doom}`)
    },
  }
}
type Fate = ReturnType<typeof createFate>

export async function startMortal({ database, nats, provider: { url: apiUrl, webhooksTo } }: World, doom: Doom = null) {
  const context = createProcessContext('payments', createLogger('payments', { level: 'silent' }))
  const pool = createPool(database.url, { connections: 8 })
  const cuts: (() => void)[] = []
  pool.on('connect', (client) => {
    client.on('error', () => {})
    cuts.push(() => streamOf(client).destroy())
  })
  const broker = await nats.connect('payments')
  let died = () => {}
  const death = new Promise<'died'>((resolve) => {
    died = () => resolve('died')
  })
  const fate = createFate(doom, () => {
    for (const cut of cuts) cut()
    void broker.nc.close()
    void context.stop()
    died()
  })

  const bounds = { name: 'stripe', perSecond: 1000, timeoutMs: 1000, breaker: { failures: 5, resetMs: 300 } }
  const thirdParty = createThirdParty({ ...bounds, metrics: context.metrics })
  context.onStop('stripe', () => thirdParty.close())
  const account = { secretKey: SECRET_KEY, webhookSecret: WEBHOOK_SECRET, url: apiUrl, timeoutMs: 1000 }
  const provider = createStripe({ ...account, publicOrigin: ORIGIN })
  const app = createApp(context, { opsToken: OPS_TOKEN, identityKey: keys.publicKey, signedBodies: [WEBHOOK_PATH] })
  const mortal = { pool: mortalPool(pool, fate), broker: mortalBroker(broker, fate), app, owner: 'payments' }
  composePayments(createService(context, mortal), {
    provider: mortalProvider(provider, fate),
    thirdParty,
    waitLimits: { holdMs: 3_000, checkoutMs: 4_000 },
  })
  handleErrors(app)
  const server = await listen(app, context, { PORT: 0, HOST: '127.0.0.1' })
  server.on('connection', (socket) => {
    if (fate.isDead()) socket.destroy()
    else cuts.push(() => socket.destroy())
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  webhooksTo(url)

  return {
    death,
    /** Its operations so far. */
    lived: fate.lived,
    /** Answered with a page, or because it is paid. */
    async pay(bookingId: string): Promise<void> {
      const identity = await signIdentity(traveller('ann'), keys.privateKey)
      const headers = { 'content-type': 'application/json', [IDENTITY_HEADER]: identity }
      await fetch(`${url}/bookings/${bookingId}/pay`, { method: 'POST', headers, body: '{}' })
    },
    async stop() {
      if (!fate.isDead()) await Promise.race([context.stop(), death])
      if (fate.isDead()) return bury()
      await broker.nc.close()
      await pool.end()
    },
  }

  /** What the dead still hold is let go of, and not waited for. */
  function bury(): void {
    server.close()
    server.closeAllConnections()
    void pool.end()
  }
}
export type Mortal = Awaited<ReturnType<typeof startMortal>>

function mortalPool(pool: Pool, fate: Fate): Pool {
  const query = (statement: { name?: string }, values?: unknown[]) =>
    fate.after(
      statement.name ?? 'statement',
      () => pool.query(statement as never, values),
      ({ rowCount }) => COUNTED.has(statement.name ?? '') && (rowCount ?? 0) > 0,
    )
  const connect = () =>
    fate.after(
      'connect',
      async () => mortalClient(await pool.connect(), fate),
      () => false,
    )
  return within(pool, { query, connect })
}

function mortalClient(client: Transaction, fate: Fate): Transaction {
  const query = (statement: string | { name: string }, values?: unknown[]) => {
    const name = typeof statement === 'string' ? statement : statement.name
    return fate.after(
      name,
      () => client.query(statement as never, values),
      () => !IDLE.test(name),
    )
  }
  return within(client, { query })
}

function mortalBroker({ nc, js, jsm }: Broker, fate: Fate): Broker {
  const publish = (...message: Parameters<typeof js.publish>) => fate.after('publish', () => js.publish(...message))
  return { nc, jsm, js: within(js, { publish }) }
}

function mortalProvider(provider: Provider, fate: Fate): Provider {
  return {
    readWebhook: provider.readWebhook,
    openCheckout: (wanted) => fate.after('openCheckout', () => provider.openCheckout(wanted)),
    readCheckout: (id) => fate.after('readCheckout', () => provider.readCheckout(id)),
    expireCheckout: (id) => fate.after('expireCheckout', () => provider.expireCheckout(id)),
    refund: (refundable) => fate.after('refund', () => provider.refund(refundable)),
  }
}

function within<Thing extends object>(thing: Thing, replaced: object): Thing {
  return new Proxy(thing, {
    get(_, name) {
      if (name in replaced) return replaced[name as keyof typeof replaced]
      const value = thing[name as keyof Thing]
      return typeof value === 'function' ? value.bind(thing) : value
    },
  })
}

const streamOf = (client: object) => (client as { connection: { stream: { destroy(): void } } }).connection.stream
