import { setTimeout as delay } from 'node:timers/promises'
import type { ReadFeeds } from '@fernweh/kit/server/feeds/publisher'
import { toCard, toPage } from './cards.ts'
import type { Experiences } from './experiences.ts'

export function createReadFeeds(experiences: Experiences, now: () => Date): ReadFeeds {
  function read(feed: string) {
    const [noun, experienceId = ''] = feed.split('.')
    const experience = experiences.get(experienceId)
    if (experience === null) return null
    if (noun === 'listing') return toCard(experience, now())
    return noun === 'experience' ? toPage(experience, now()) : null
  }
  return async (feeds) => feeds.flatMap((feed) => read(feed) ?? [])
}

/** Pushes wait this long, so that a burst of events becomes one push; reading memory is too fast to gather any. */
const GATHER_MS = 50

export function gatherBursts(read: ReadFeeds): ReadFeeds {
  return async (feeds) => {
    await delay(GATHER_MS)
    return read(feeds)
  }
}
