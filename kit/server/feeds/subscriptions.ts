import { setTimeout as delay } from 'node:timers/promises'
import { feedSubject, type Push } from '@fernweh/contracts/feeds/feed'
import { z } from 'zod'
import type { Broker, Subscription } from '../delivery/broker.ts'
import { subscribe } from '../delivery/messages.ts'
import type { ProcessContext } from '../process/lifecycle.ts'

export interface FeedUpdate {
  push: Push
  traceparent: string | undefined
}

interface Watch {
  watchers: number
  subscription: Subscription
  subscribed: Promise<void>
  latest?: Push
  waiting?: FeedUpdate
  window?: NodeJS.Timeout
}

export interface Subscriptions {
  /** Resolves when every later push will arrive, or when the broker is away: then heartbeats show what was missed. */
  subscribe(feed: string): Promise<void>
  unsubscribe(feed: string): void
  latest(feed: string): Push | undefined
  feeds(): string[]
}

const pushSchema = z.looseObject({
  feed: z.string(),
  version: z.int().min(0),
  after: z.int().min(-1),
  data: z.unknown(),
})

/** The first push goes out at once; those that follow within this time go out as one. */
const WINDOW_MS = 50
const BROKER_WAIT_MS = 500

export function createSubscriptions(
  broker: Pick<Broker, 'nc'>,
  { log, metrics }: ProcessContext,
  onUpdate: (update: FeedUpdate) => void,
): Subscriptions {
  const watches = new Map<string, Watch>()

  function open(feed: string): Watch {
    const subscription = subscribe(
      { broker, subject: feedSubject(feed), schema: pushSchema, reader: 'feeds', log, metrics },
      (push, { headers }) => receive(feed, push, headers?.get('traceparent') || undefined),
    )
    const subscribed = Promise.race([broker.nc.flush().catch(() => {}), delay(BROKER_WAIT_MS)])
    const watch: Watch = { watchers: 0, subscription, subscribed }
    watches.set(feed, watch)
    return watch
  }

  function receive(feed: string, push: Push, traceparent: string | undefined): void {
    const watch = watches.get(feed)
    if (!watch || push.feed !== feed || push.version <= (watch.latest?.version ?? 0)) return
    watch.latest = push
    const after = watch.waiting?.push.after ?? push.after
    watch.waiting = { push: { ...push, after }, traceparent }
    if (!watch.window) pass(watch)
  }

  function pass(watch: Watch): void {
    delete watch.window
    if (!watch.waiting) return
    onUpdate(watch.waiting)
    delete watch.waiting
    watch.window = setTimeout(() => pass(watch), WINDOW_MS)
  }

  return {
    subscribe(feed) {
      const watch = watches.get(feed) ?? open(feed)
      watch.watchers += 1
      return watch.subscribed
    },
    unsubscribe(feed) {
      const watch = watches.get(feed)
      if (!watch) return
      watch.watchers -= 1
      if (watch.watchers > 0) return
      watches.delete(feed)
      clearTimeout(watch.window)
      watch.subscription.unsubscribe()
    },
    latest: (feed) => watches.get(feed)?.latest,
    feeds: () => [...watches.keys()],
  }
}
