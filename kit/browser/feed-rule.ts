import type { Push, Versioned } from '@fernweh/contracts/feeds/feed'

export type FeedHead<Data = unknown> = Pick<Versioned<Data>, 'version' | 'data'>

export type PushVerdict = 'apply' | 'ignore' | 'read-again'

/** Pushes are conflated and may be lost: only one that follows the present version applies, and a gap needs a read. */
export function classifyPush(mine: number | null, push: Pick<Push, 'after' | 'version'>): PushVerdict {
  if (mine === null) return 'read-again'
  if (push.version <= mine) return 'ignore'
  return push.after <= mine ? 'apply' : 'read-again'
}
