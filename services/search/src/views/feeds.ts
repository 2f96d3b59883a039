import { setTimeout as delay } from 'node:timers/promises'
import type { ReadFeeds } from '@fernweh/kit/server/feeds/publisher'
import { toCard, toPage } from './cards.ts'
import type { Offers } from './offers.ts'

export function createReadFeeds(offers: Offers, now: () => Date): ReadFeeds {
  function read(feed: string) {
    const [noun, experienceId = ''] = feed.split('.')
    const offer = offers.get(experienceId)
    if (offer === null) return null
    if (noun === 'listing') return toCard(offer, now())
    return noun === 'experience' ? toPage(offer, now()) : null
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
