import { setTimeout as delay } from 'node:timers/promises'
import { feedSubject, type Push } from '@fernweh/contracts/feeds/feed'
import { type Broker, decodeMessage, type Msg, type Subscription } from '../delivery/broker.ts'
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

/** The first push goes out at once; those that follow within this time go out as one. */
const WINDOW_MS = 50
const BROKER_WAIT_MS = 500

export function createSubscriptions(
  { nc }: Pick<Broker, 'nc'>,
  { log, metrics }: ProcessContext,
  onUpdate: (update: FeedUpdate) => void,
): Subscriptions {
  const watches = new Map<string, Watch>()

  function open(feed: string): Watch {
    const subscription = nc.subscribe(feedSubject(feed), {
      callback: (error, message) => error ?? receive(feed, message),
    })
    const subscribed = Promise.race([nc.flush().catch(() => {}), delay(BROKER_WAIT_MS)])
    const watch: Watch = { watchers: 0, subscription, subscribed }
    watches.set(feed, watch)
    return watch
  }

  function receive(feed: string, message: Msg): void {
    const watch = watches.get(feed)
    const push = decodeMessage<Push>(message, { reader: 'feeds', log, metrics })
    if (!watch || !push || push.version <= (watch.latest?.version ?? 0)) return
    watch.latest = push
    const after = watch.waiting?.push.after ?? push.after
    watch.waiting = { push: { ...push, after }, traceparent: message.headers?.get('traceparent') || undefined }
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
