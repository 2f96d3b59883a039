import { setTimeout as delay } from 'node:timers/promises'
import type { ReadFeeds } from '@fernweh/kit/server/feeds'
import { feedOf, type Offers } from './offers.ts'

export function createReadFeeds(offers: Offers, now: () => Date): ReadFeeds {
  const prefix = feedOf('')
  return async (feeds) => {
    const ids = feeds.filter((feed) => feed.startsWith(prefix)).map((feed) => feed.slice(prefix.length))
    return ids.flatMap((id) => offers.listing(id, now()) ?? [])
  }
}

/** Reading memory takes no time in which a burst could gather, so pushes wait this long for one. */
const WINDOW_MS = 50

export function gathering(read: ReadFeeds): ReadFeeds {
  return async (feeds) => {
    await delay(WINDOW_MS)
    return read(feeds)
  }
}
