/**
 * A feed's version is bumped in the view's transaction. After COMMIT its data is read by the function that answers requests,
 * so a reload and a push cannot disagree.
 */
import { feedSubject, type Push, type Versioned } from '@fernweh/contracts/feeds/feed'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import type { Statement } from '../database/database.ts'
import { type Broker, headers, jsonCodec } from '../delivery/broker.ts'
import { createDrain } from '../process/drain.ts'

export type ReadFeeds = (feeds: string[]) => Promise<Versioned<unknown>[]>

/** Sorted, so that two transactions cannot deadlock. */
export function bumpFeeds(feeds: Iterable<string>): Statement {
  return {
    name: 'bump-feeds',
    text: `insert into feeds (feed, version) select feed, 1 from unnest($1::text[]) as changed (feed)
      on conflict (feed) do update set version = feeds.version + 1`,
    values: [[...new Set(feeds)].sort()],
  }
}

export interface FeedPublisher {
  /** Call after COMMIT. Changes during a read are conflated into the next. */
  changed(feeds: Iterable<string>, traceparent?: string | undefined): void
}

const MAX_REMEMBERED = 50_000
const MAX_PER_READ = 200

export function createFeedPublisher({
  broker,
  read,
  log,
}: {
  broker: Broker
  read: ReadFeeds
  log: Logger
}): FeedPublisher {
  const published = new LRUCache<string, number>({ max: MAX_REMEMBERED })
  let waiting = new Map<string, string | undefined>()
  const drain = createDrain(() => waiting.size > 0, publishSome)

  async function publishSome(): Promise<void> {
    const now = new Map([...waiting].slice(0, MAX_PER_READ))
    waiting = new Map([...waiting].slice(MAX_PER_READ))
    try {
      for (const head of await read([...now.keys()])) publish(head, now.get(head.feed))
    } catch (error) {
      // The versions in the next heartbeat show every reader what it missed.
      log.warn({ err: error, feeds: now.size }, 'feeds not read, push skipped')
    }
  }

  function publish({ feed, version, data }: Versioned<unknown>, traceparent: string | undefined): void {
    const after = published.get(feed) ?? version - 1
    if (after >= version) return
    published.set(feed, version)
    const push: Push = { feed, after, version, data }
    const header = headers()
    if (traceparent) header.set('traceparent', traceparent)
    broker.nc.publish(feedSubject(feed), jsonCodec.encode(push), { headers: header })
  }

  return {
    changed(feeds, traceparent) {
      for (const feed of feeds) waiting.set(feed, traceparent ?? waiting.get(feed))
      drain.start()
    },
  }
}
