/** The simulator as it runs, asked by the provider's own SDK, and a shop that hears its webhooks. */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startService } from '@fernweh/kit/testing/service-process'
import Stripe from 'stripe'

export const SECRET_KEY = 'sk_test_one'
export const WEBHOOK_SECRET = 'whsec_two'

export interface Heard {
  signature: string
  payload: string
}

export async function startProvider() {
  const state = await mkdtemp(path.join(tmpdir(), 'fernweh-stripe-'))
  const heard: Heard[] = []
  const shop = { answers: [] as number[] }
  const endpoint = await listen(heard, shop.answers)
  const start = () =>
    startService(new URL('../', import.meta.url), {
      STATE_DIR: state,
      STRIPE_SECRET_KEY: SECRET_KEY,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      WEBHOOK_URL: `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/`,
    })
  let service = await start()

  return {
    heard,
    /** Statuses the shop answers with next; 200 afterwards. */
    shopAnswers: (...statuses: number[]) => void shop.answers.push(...statuses),
    url: () => service.url,
    stripe: (options: Stripe.StripeConfig = {}) => {
      const { hostname, port } = new URL(service.url)
      return new Stripe(SECRET_KEY, { protocol: 'http', host: hostname, port, maxNetworkRetries: 0, ...options })
    },
    control: (settings: object) =>
      service.send('POST', '/_control', {
        body: JSON.stringify(settings),
        headers: { 'content-type': 'application/json' },
      }),
    seen: async () => (await service.send('GET', '/_control')).body,
    /** What a person does at the hosted page. */
    pay: (url: string, number: string) =>
      fetch(url, { method: 'POST', body: new URLSearchParams({ number }), redirect: 'manual' }),
    async restart() {
      await service.kill()
      service = await start()
    },
    async close() {
      await service.kill()
      endpoint.close()
      await rm(state, { recursive: true })
    },
  }
}

async function listen(heard: Heard[], answers: number[]): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray()
    heard.push({ signature: String(request.headers['stripe-signature']), payload: Buffer.concat(chunks).toString() })
    response.writeHead(answers.shift() ?? 200).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}
