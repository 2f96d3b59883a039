import type { Push, Versioned } from '@fernweh/contracts/feeds/feed'

export type FeedHead<Data = unknown> = Pick<Versioned<Data>, 'version' | 'data'>

export type PushVerdict = 'apply' | 'ignore' | 'read-again'

/** `shown` is the version on the page. Pushes are conflated and may be lost, repeated and late: over a gap the feed is read again. */
export function classifyPush(shown: number | null, push: Pick<Push, 'after' | 'version'>): PushVerdict {
  if (shown === null) return 'read-again'
  if (push.version <= shown) return 'ignore'
  return push.after <= shown ? 'apply' : 'read-again'
}
