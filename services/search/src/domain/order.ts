import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Listing } from '@fernweh/contracts/feeds/search'

export interface Found {
  score: number
  listing: Versioned<Listing>
}

/** Best match first; among equals what comes up soonest; what has no free session last. */
export function byRelevance(a: Found, b: Found): number {
  return (
    b.score - a.score ||
    compare(startOf(a), startOf(b)) ||
    compare(a.listing.data.experienceId, b.listing.data.experienceId)
  )
}

const NEVER = '\uffff'
const startOf = ({ listing }: Found) => listing.data.next?.startsAt ?? NEVER
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
