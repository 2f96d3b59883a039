/** Events go to the shop's endpoint, signed, again and again until it answers 2xx. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '@fernweh/kit/server/process/logger'
import type { StripeEvent } from '../objects.ts'
import { newId, nowInSeconds } from '../provider.ts'
import type { Settings } from '../settings.ts'
import type { Store } from '../store.ts'
import { sign } from './signature.ts'

const API_VERSION = '2026-10-28.endive'
const FIRST_PAUSE_MS = 500
const MAX_PAUSE_MS = 60_000
/** As long as the provider itself goes on. */
const GIVE_UP_SECONDS = 3 * 86_400
/** Those that come within this time of each other change places. */
const REORDER_MS = 500

export interface WebhooksOptions {
  url: string
  secret: string
  store: Store
  settings: Settings
  log: Logger
}

export function createWebhooks({ url, secret, store, settings, log }: WebhooksOptions) {
  const stopping = new AbortController()
  let held: string[] = []

  async function post(event: StripeEvent): Promise<boolean> {
    const payload = JSON.stringify(event)
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': sign(payload, secret, nowInSeconds()),
        },
        body: payload,
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(10_000)]),
      })
      await answer.text()
      return answer.ok
    } catch (error) {
      log.debug({ err: error }, 'webhook not delivered')
      return false
    }
  }

  async function deliver(id: string): Promise<void> {
    const event = store.get('event', id) as StripeEvent
    for (let attempts = 1; nowInSeconds() - event.created < GIVE_UP_SECONDS; attempts += 1) {
      const isDelivered = await post(event)
      if (stopping.signal.aborted) return
      store.put('delivery', { id, attempts, status: isDelivered ? 'delivered' : 'waiting' })
      if (isDelivered) return
      await pause(Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), MAX_PAUSE_MS))
    }
  }

  const pause = (ms: number) => delay(ms, undefined, { signal: stopping.signal }).catch(() => {})

  async function releaseReordered(): Promise<void> {
    await pause(REORDER_MS)
    const events = held.reverse()
    held = []
    for (const id of events) await deliver(id)
  }

  const send: Record<Settings['webhooks'], (id: string) => Promise<unknown>> = {
    normal: deliver,
    lost: async (id) => store.put('delivery', { id, attempts: 0, status: 'lost' }),
    doubled: (id) => Promise.all([deliver(id), deliver(id)]),
    delayed: (id) => pause(settings.webhookDelayMs).then(() => deliver(id)),
    reordered: async (id) => (held.push(id) === 1 ? releaseReordered() : undefined),
  }

  return {
    emit(type: string, object: object): void {
      const event = store.put('event', toEvent(type, object))
      store.put('delivery', { id: event.id, attempts: 0, status: 'waiting' })
      void send[settings.webhooks](event.id)
    },
    /** What was under way when the last process ended. */
    resume(): void {
      for (const { id, status } of store.all('delivery')) if (status === 'waiting') void deliver(id)
    },
    stop: () => stopping.abort(),
  }
}

function toEvent(type: string, object: object): StripeEvent {
  return {
    id: newId('evt'),
    object: 'event',
    api_version: API_VERSION,
    created: nowInSeconds(),
    data: { object: structuredClone(object) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  }
}
