/** What became of giving a hold back. Releasing twice is harmless, so one key serves the whole life of a hold. */
import type { releaseHold } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { Hold } from '@fernweh/contracts/feeds/bookings'

export type ReleaseRefusal = RefusalOf<typeof releaseHold>

export type ReleaseState =
  | { name: 'ready' }
  | { name: 'sent' }
  | { name: 'unsure'; fault: unknown }
  | { name: 'refused'; refusal: ReleaseRefusal }
  | { name: 'released'; hold: Hold }

/** The feed says when a hold ended; the answer to a release may be earlier than the feed. */
export function toShownHold(followed: Hold, state: ReleaseState): Hold {
  return followed.status === 'held' && state.name === 'released' ? state.hold : followed
}

const words: Record<ReleaseRefusal, string> = {
  'no-such-hold': 'We cannot find this hold. It may belong to another account.',
  'hold-ended': 'This hold had ended already, and its seats are free again.',
}

export function toRefusalWords(refusal: ReleaseRefusal): string {
  return words[refusal]
}
