/** The provider as a process of its own, and the door its webhooks come in by: what is heard there can be kept back. */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startService } from '@fernweh/kit/testing/service-process'

export const SECRET_KEY = 'sk_test_payments'
export const WEBHOOK_SECRET = 'whsec_payments'
export const GOOD_CARD = '4242 4242 4242 4242'
export const BAD_CARD = '4000 0000 0000 0002'

const WELL_BEHAVED = {
  down: false,
  delayMs: 0,
  loseAnswers: 0,
  failures: 0,
  perSecond: 100,
  idempotency: true,
  webhooks: 'normal',
  asynchronous: 'off',
  amountOff: 0,
  refuses: 'nothing',
}

export interface Heard {
  signature: string
  body: string
}

interface Made {
  id: string
  amount: number
  metadata: { paymentId?: string }
}
export interface Session extends Made {
  url: string | null
  status: string
  expires_at: number
}
export interface Seen {
  calls: { at: number; method: string; path: string; idempotencyKey: string | null; status: number }[]
  sessions: Session[]
  charges: (Made & { paid: boolean; amount_refunded: number })[]
  refunds: Made[]
}

export async function startProvider() {
  const heard: Heard[] = []
  const door = { leadsTo: '' }
  const server = createServer(async (request, response) => {
    const webhook = await readWebhook(request)
    heard.push(webhook)
    response.writeHead(await post(door.leadsTo, webhook).catch(() => 502)).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const state = await mkdtemp(path.join(tmpdir(), 'fernweh-stripe-'))
  const simulator = await startService(new URL('../../../stack/simulators/stripe/', import.meta.url), {
    STATE_DIR: state,
    STRIPE_SECRET_KEY: SECRET_KEY,
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    WEBHOOK_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  })

  async function control(settings: object): Promise<void> {
    const headers = { 'content-type': 'application/json' }
    await simulator.send('POST', '/_control', { body: JSON.stringify(settings), headers })
  }
  const seen = async (): Promise<Seen> => (await simulator.send('GET', '/_control')).body
  const of = <One extends Made>(all: One[], paymentId: string) =>
    all.filter(({ metadata }) => metadata.paymentId === paymentId)

  return {
    url: simulator.url,
    heard,
    control,
    behave: () => control(WELL_BEHAVED),
    seen,
    /** Where its webhooks are delivered; nowhere, they fail and come again. */
    webhooksTo(url: string) {
      door.leadsTo = url
    },
    sessionsOf: async (paymentId: string) => of((await seen()).sessions, paymentId),
    chargesOf: async (paymentId: string) => of((await seen()).charges, paymentId).filter(({ paid }) => paid),
    refundsOf: async (paymentId: string) => of((await seen()).refunds, paymentId),
    /** What the shop's owner does at the provider's dashboard. */
    async expire(checkoutId: string): Promise<void> {
      const headers = { authorization: `Bearer ${SECRET_KEY}` }
      await simulator.send('POST', `/v1/checkout/sessions/${checkoutId}/expire`, { headers })
    },
    /** What a person does at the hosted page. */
    async pay(url: string, number = GOOD_CARD): Promise<number> {
      const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ number }), redirect: 'manual' })
      await answer.text()
      return answer.status
    },
    async close() {
      await simulator.kill()
      server.close()
      await rm(state, { recursive: true })
    },
  }
}

async function readWebhook(request: IncomingMessage): Promise<Heard> {
  const body = Buffer.concat(await request.toArray()).toString()
  return { signature: String(request.headers['stripe-signature']), body }
}

/** Delivers a webhook, as the gateway passes it on. */
export async function post(url: string, { signature, body }: Heard): Promise<number> {
  const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
  const answer = await fetch(`${url}/hooks/stripe`, { method: 'POST', headers, body })
  await answer.text()
  return answer.status
}
