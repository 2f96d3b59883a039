import { setTimeout as delay } from 'node:timers/promises'
import type { ReadFeeds } from '@fernweh/kit/server/feeds'
import type { Offers } from './offers.ts'

export function createReadFeeds(offers: Offers, now: () => Date): ReadFeeds {
  function read(feed: string) {
    const [noun, experienceId = ''] = feed.split('.')
    if (noun === 'listing') return offers.listing(experienceId, now())
    return noun === 'experience' ? offers.experience(experienceId, now()) : null
  }
  return async (feeds) => feeds.flatMap((feed) => read(feed) ?? [])
}

/** Reading memory takes no time in which a burst could gather, so pushes wait this long for one. */
const WINDOW_MS = 50

export function gathering(read: ReadFeeds): ReadFeeds {
  return async (feeds) => {
    await delay(WINDOW_MS)
    return read(feeds)
  }
}
