import type { Identity } from '@fernweh/contracts/identity'

/** Seats are public; a traveller's holds are for that traveller only. */
export function mayFollow(feed: string, identity: Identity | null): boolean {
  if (feed.startsWith('session.')) return true
  return identity !== null && feed === `traveller.${identity.sub}`
}
